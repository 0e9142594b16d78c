import 'server-only';
import { type ErasureReceipt, erasureReceiptSchema } from '#lib/contract/privacy.ts';
import { database, type Tx } from '#lib/kernel/db.ts';
import { log } from '#lib/kernel/log.ts';
import { forgetAttempts } from '#lib/stages/identity/throttle.ts';
import { type ErasureRow, findErasure, holdErasure } from './erasure-row.ts';
import { finishErasure } from './finish-erasure.ts';
import { ERASE_STEPS, type EraseStep } from './steps.ts';

/**
 * Carries an erasure out to its end and returns the receipt; null where there is none of this id. Every batch and its count commit
 * together, so whoever goes on after a crash removes the rest and counts nothing twice. Two at once take turns.
 */
export async function runErasure(id: string): Promise<ErasureReceipt | null> {
  const erasure = await findErasure(id);
  if (!erasure) return null;
  if (erasure.state === 'done') return erasureReceiptSchema.parse(erasure.receipt);
  if (erasure.scope === 'account') await forgetThrottles(erasure);
  for (const step of ERASE_STEPS[erasure.scope]) {
    while ((await runStep(erasure.id, step)) > 0);
  }
  const receipt = await database('purge').$transaction((tx) => finishErasure(tx, id));
  log.info('privacy.erased', { task: erasure.scope });
  return receipt ?? runErasure(id);
}

/** Unfinished erasures, oldest first: what the worker goes on with. */
export async function listUnfinished(): Promise<string[]> {
  const rows = await database('purge').$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.erasure WHERE state = 'running' ORDER BY requested_at LIMIT 100`;
  return rows.map((row) => row.id);
}

function runStep(id: string, step: EraseStep): Promise<number> {
  return database('purge').$transaction(async (tx) => {
    const erasure = await holdErasure(tx, id);
    if (!erasure) return 0;
    const count = await step.run(tx, erasure);
    if (count > 0 && step.counts !== null) await addRemoved(tx, id, step.counts, count);
    return count;
  });
}

async function addRemoved(tx: Tx, id: string, category: string, count: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE cs.erasure SET removed = jsonb_set(removed, ARRAY[${category}], to_jsonb(coalesce((removed ->> ${category})::int, 0) + ${count}::int))
    WHERE id = ${id}::uuid`;
}

/** Counters of failed sign-ins are kept under a keyed mark of the address, which is known only until the address goes. */
async function forgetThrottles({ personId }: ErasureRow): Promise<void> {
  const rows = await database('purge').$queryRaw<{ email: string }[]>`
    SELECT email FROM cs.person WHERE id = ${personId}::uuid`;
  if (rows[0]) await forgetAttempts(rows[0].email);
}
