import 'server-only';
import { type CaseState, caseStateSchema } from '#lib/contract/cases.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { CaseBody } from './case-body.ts';
import { findCase } from './find-case.ts';
import { loadCaseKey } from './load-case-key.ts';
import { saveCaseText } from './save-case-text.ts';

/**
 * A reply of the agent who acts in the case's tenant, an end, or both. The customer has not seen a new reply. Throws
 * `not_found`, and `decided` where the case is closed.
 */
export async function replyCase(
  viewer: Viewer,
  tx: Tx,
  args: { id: string; body: CaseBody | null; close: boolean },
): Promise<CaseState> {
  if (viewer.role !== 'agent') throw new AppError('not_found');
  const row = await findCase(viewer, tx, args);
  // Held until the end of the transaction: two agents who reply at once come one after the other.
  const [held] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM cs.support_case WHERE id = ${row.id}::uuid FOR UPDATE`;
  if (!held) throw new AppError('not_found');
  if (held.state === 'closed') throw new AppError('decided');
  if (args.body) {
    const dataKey = await loadCaseKey(viewer, tx, row);
    await saveCaseText(viewer, tx, { row, dataKey, author: 'staff', body: args.body });
    await tx.$executeRaw`
      UPDATE cs.support_case SET state = 'answered', answered_at = cs.now(), answered_by = ${viewer.personId}::uuid, seen_at = NULL
      WHERE id = ${row.id}::uuid`;
  }
  if (args.close)
    await tx.$executeRaw`UPDATE cs.support_case SET state = 'closed' WHERE id = ${row.id}::uuid`;
  if (args.close) return 'closed';
  return args.body ? 'answered' : caseStateSchema.parse(held.state);
}
