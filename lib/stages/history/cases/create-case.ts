import 'server-only';
import type { CaseKind, ContestGround } from '#lib/contract/cases.ts';
import { createDataKey } from '#lib/kernel/cipher/data-keys.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { caseKeyContext } from '../contexts.ts';
import { CASES_OPEN_MAX, CASES_OPEN_RETRY_S, CASES_PER_DAY } from '../policy.ts';
import type { CaseBody } from './case-body.ts';
import { saveCaseText } from './save-case-text.ts';

export type NewCase = {
  kind: CaseKind;
  conversationId: string | null;
  turnId: string | null;
  ground: ContestGround | null;
  /** Null where a contest has no note. */
  body: CaseBody | null;
};
export type CreatedCase = { id: string } | { refused: 'open_limit' | 'day_limit'; retryAfterS: number };

/**
 * Opens a case of the viewer's own, under a key of its own. Refuses beyond the limits, also when many ask at once. Contesting
 * an answer whose contest still waits leads to that one.
 */
export async function createCase(viewer: Viewer, tx: Tx, wanted: NewCase): Promise<CreatedCase> {
  // One at a time per person: what is counted below stays true until this transaction ends.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`case:${viewer.personId}`}, 0))`;
  const waiting = wanted.kind === 'contest' && (await findWaiting(viewer, tx, wanted.turnId));
  if (waiting) return waiting;
  const refused = await overLimit(viewer, tx);
  if (refused) return refused;
  const owner = { id: newId(), tenantId: viewer.homeTenantId, personId: viewer.personId };
  const { dataKey, stored } = await createDataKey(caseKeyContext(owner));
  const { kind, conversationId, turnId, ground } = wanted;
  await tx.supportCase.createMany({ data: [{ ...owner, kind, conversationId, turnId, ground }] });
  await tx.dataKey.createMany({
    data: [
      { ...stored, tenantId: owner.tenantId, personId: owner.personId, scope: 'case', scopeId: owner.id },
    ],
  });
  if (wanted.body)
    await saveCaseText(viewer, tx, { row: owner, dataKey, author: 'customer', body: wanted.body });
  return { id: owner.id };
}

async function findWaiting(viewer: Viewer, tx: Tx, turnId: string | null): Promise<{ id: string } | null> {
  return tx.supportCase.findFirst({
    where: { personId: viewer.personId, kind: 'contest', state: 'open', turnId },
    select: { id: true },
  });
}

async function overLimit(viewer: Viewer, tx: Tx): Promise<Extract<CreatedCase, { refused: string }> | null> {
  const [counts] = await tx.$queryRaw<{ open: number; today: number; freeInS: number | null }[]>`
    SELECT count(*) FILTER (WHERE state = 'open')::int AS open,
           count(*) FILTER (WHERE created_at > cs.now() - interval '1 day')::int AS today,
           ceil(extract(epoch FROM min(created_at) FILTER (WHERE created_at > cs.now() - interval '1 day') + interval '1 day' - cs.now()))::int AS "freeInS"
    FROM cs.support_case WHERE person_id = ${viewer.personId}::uuid`;
  if ((counts?.open ?? 0) >= CASES_OPEN_MAX)
    return { refused: 'open_limit', retryAfterS: CASES_OPEN_RETRY_S };
  if ((counts?.today ?? 0) >= CASES_PER_DAY)
    return { refused: 'day_limit', retryAfterS: counts?.freeInS ?? CASES_OPEN_RETRY_S };
  return null;
}
