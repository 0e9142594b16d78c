import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';

type Expired = { id: string; tenantId: string; personId: string };

/** Most proposals that one run ends; the next one goes on. */
const BATCH = 1_000;

/**
 * Ends proposals that nobody decided in time, and audits each. A late press is refused without it: this writes down what
 * already holds. The role that runs it sees no content and can do nothing else to a proposal.
 */
export async function expireProposals(): Promise<number> {
  return database('jobs').$transaction(async (tx) => {
    const expired = await tx.$queryRaw<Expired[]>`
      UPDATE cs.proposal SET state = 'expired', decided_at = cs.now(), outcome = 'expired'
      WHERE id IN (SELECT id FROM cs.proposal WHERE state IN ('pending', 'confirmed') AND expires_at <= cs.now()
                   LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED)
      RETURNING id, tenant_id AS "tenantId", person_id AS "personId"`;
    if (expired.length === 0) return 0;
    await tx.auditEntry.createMany({
      data: expired.map(({ id, tenantId, personId }) => ({
        id: newId(),
        tenantId,
        personId,
        role: 'system',
        action: 'approval.expired',
        outcome: 'denied',
        stage: 'approvals',
        rule: 'expired',
        subjectKind: 'proposal',
        subjectId: id,
      })),
    });
    return expired.length;
  });
}
