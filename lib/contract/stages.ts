import { z } from 'zod';

/** One vocabulary: the folders of `lib/stages`, audit entries, `stage` events and the receipt of an answer share these names. */
export const STAGES = [
  'identity',
  'admission',
  'input-guard',
  'prompt',
  'model',
  'tools',
  'approvals',
  'output-guard',
  'history',
  'audit',
] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

export const verdictSchema = z.enum(['pass', 'flag', 'redact', 'block']);
export type Verdict = z.infer<typeof verdictSchema>;
