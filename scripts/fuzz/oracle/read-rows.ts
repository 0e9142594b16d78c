import type { Episode } from '../episode/episode.ts';
import type { Rows } from './finding.ts';

/** Everything the database holds about an episode's people, in one statement. */
export async function readRows({ world, people }: Episode): Promise<Rows> {
  const all = Object.values(people);
  const tenants = [...new Set(all.map(({ viewer }) => viewer.homeTenantId))];
  const [row] = await world.admin<Rows>(
    `SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'tenant_id', p.tenant_id, 'person_id', p.person_id, 'turn_id', p.turn_id,
        'tool', p.tool, 'state', p.state, 'outcome', p.outcome, 'arguments_hash', encode(p.arguments_hash, 'hex'),
        'display_hash', encode(p.display_hash, 'hex'), 'amount_minor', p.amount_minor::text, 'currency', p.currency, 'people', p.people,
        'resource_kind', p.resource_kind, 'resource_id', p.resource_id, 'created_s', extract(epoch FROM p.created_at), 'confirmed_s', extract(epoch FROM p.confirmed_at),
        'decided_by', p.decided_by, 'arguments', c.arguments, 'display', c.display)), '[]')
        FROM cs.proposal p JOIN cs.proposal_card c ON c.proposal_id = p.id WHERE p.tenant_id = ANY($1::uuid[])) AS proposals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('proposal_id', proposal_id, 'tenant_id', tenant_id, 'person_id', person_id,
        'approver_id', approver_id, 'tool', tool, 'amount_minor', amount_minor::text, 'currency', currency,
        'executed_s', extract(epoch FROM executed_at))), '[]') FROM cs.effect WHERE tenant_id = ANY($1::uuid[])) AS effects,
      (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM (SELECT person_id, action, outcome, rule, subject_kind, subject_id, turn_id, request_id, facts
        FROM cs.audit_entry WHERE person_id = ANY($2::uuid[]) ORDER BY at, id) a) AS audit,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'person_id', person_id, 'opened_s', extract(epoch FROM opened_at),
        'closed_s', extract(epoch FROM closed_at), 'state', state, 'idempotency_key', idempotency_key, 'reserved', reserved_micro_usd::text, 'settled', settled_micro_usd::text) ORDER BY opened_at), '[]')
        FROM cs.turn WHERE tenant_id = ANY($1::uuid[])) AS turns,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('scope', scope, 'scope_id', scope_id, 'kek_id', kek_id, 'wrapped', encode(wrapped, 'hex'))), '[]')
        FROM cs.data_key WHERE tenant_id = ANY($1::uuid[])) AS keys,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'scope', scope, 'period', period, 'reserved', reserved::text, 'settled', settled::text,
        'allowed', cs.budget_of(unit, scope, subject_id, period)::text)), '[]') FROM cs.spend WHERE tenant_id = ANY($1::uuid[])) AS spend`,
    [tenants, all.map(({ viewer }) => viewer.personId)],
  );
  if (!row) throw new Error('The database did not answer the oracle.');
  return row;
}
