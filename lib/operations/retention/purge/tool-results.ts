import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { PURGE_BATCH } from '../policy.ts';
import type { Batch } from './batch.ts';

/**
 * Takes away what stands beside old answers: cards, stages, markings, what was sent to the model. The job can't read it, so it goes whole; the answer keeps its
 * text, and the page says that the look-ups are no longer kept. Row-level security lets it empty what is due, and nothing else.
 */
export async function purgeToolResults(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    UPDATE cs.message SET trace = NULL, sent = NULL WHERE id IN (
      SELECT id FROM cs.message WHERE created_at <= (SELECT cs.now() - cs.kept_at_least('tool_results'))
      ORDER BY created_at LIMIT ${PURGE_BATCH}::int FOR UPDATE SKIP LOCKED)`;
  return { removed };
}
