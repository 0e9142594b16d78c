import 'server-only';
import type { DefenderEntry } from '#lib/contract/lab/trace.ts';
import type { Run } from './state.ts';

/** What the run left in the audit log, as whoever defends the house would read it. */
export async function readDefender({ house, cast }: Run): Promise<DefenderEntry[]> {
  const staffId = cast.people.approver.viewer.homeTenantId;
  return house.admin<DefenderEntry>(
    `SELECT action, outcome, coalesce(stage, '') AS stage, rule, coalesce(facts, '{}'::jsonb) AS facts
      FROM cs.audit_entry WHERE tenant_id = ANY($1::uuid[]) ORDER BY at, id LIMIT 300`,
    [[cast.customerId, cast.strangerId, staffId]],
  );
}
