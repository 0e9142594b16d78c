import { z } from 'zod';

/**
 * Who wrote a text, in the answers of the API: a mark that a machine can read (Art. 50(2) of Regulation (EU) 2024/1689).
 * `application`: fixed words of ours, no model took part. Copies of one's data carry the same with the model's name.
 */
export const writerSchema = z.enum(['person', 'model', 'application']);
export type Writer = z.infer<typeof writerSchema>;

/** A refused message is answered in fixed words; everything else that an answer says, a model wrote. */
export function writerOf(role: 'user' | 'assistant', finish: string | null): Writer {
  if (role === 'user') return 'person';
  return finish === 'blocked' ? 'application' : 'model';
}
