import type { World } from '../world/start-world.ts';
import { LEDGER_TABLES } from '../world/template-sql.ts';
import type { Effect, Episode, Ledger, ProposalState } from './episode.ts';

/** The parts of a customer's ledger that a decision may change. */
export async function readLedger(world: World, tenantId: string): Promise<Ledger> {
  const parts = LEDGER_TABLES.map(
    (table) =>
      `'${table}', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]') FROM cs.${table} t WHERE tenant_id = $1)`,
  );
  const [row] = await world.admin<{ ledger: Ledger }>(
    `SELECT jsonb_build_object(${parts.join(', ')}) AS ledger`,
    [tenantId],
  );
  if (!row) throw new Error('The ledger could not be read.');
  return row.ledger;
}

/** What the database says became of proposals since the last look, and which effects there are now. */
export async function observe(episode: Episode): Promise<void> {
  const tenants = [episode.people.owner.viewer.homeTenantId, episode.people.stranger.viewer.homeTenantId];
  const [row] = await episode.world.admin<{ proposals: ProposalState[]; effects: Omit<Effect, 'step'>[] }>(
    `SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'state', state, 'outcome', outcome, 'decided_by', decided_by,
        'person_id', person_id, 'turn_id', turn_id, 'resource_kind', resource_kind, 'resource_id', resource_id) ORDER BY id), '[]') FROM cs.proposal WHERE tenant_id = ANY($1::uuid[])) AS proposals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('proposal_id', proposal_id, 'tenant_id', tenant_id, 'person_id', person_id,
        'approver_id', approver_id, 'tool', tool, 'amount_minor', amount_minor::text, 'currency', currency,
        'executed_s', extract(epoch FROM executed_at)) ORDER BY executed_at), '[]')
        FROM cs.effect WHERE tenant_id = ANY($1::uuid[])) AS effects`,
    [tenants],
  );
  const { step, known } = episode;
  for (const proposal of row?.proposals ?? []) {
    const before = known.get(proposal.id);
    if (!before || before.state !== proposal.state)
      episode.transitions.push({ step, from: before?.state ?? 'none', to: proposal.state, proposal });
    known.set(proposal.id, proposal);
    if (!before && !episode.cards.includes(proposal.id)) episode.cards.push(proposal.id);
  }
  const earlier = new Set(
    episode.notes.flatMap((note) =>
      note.kind === 'earlier' ? note.effects.map((one) => one.proposal_id) : [],
    ),
  );
  const seen = Map.groupBy(episode.effects, (effect) => effect.proposal_id);
  const now = Map.groupBy(row?.effects ?? [], (effect) => effect.proposal_id);
  for (const [id, effects] of now) {
    if (earlier.has(id)) continue;
    for (const effect of effects.slice(seen.get(id)?.length ?? 0)) episode.effects.push({ ...effect, step });
  }
}

/** Ends a stretch of the ledger: what happens next is not the decisions' doing, or the episode is over. */
export async function closeStretch(episode: Episode): Promise<void> {
  await observe(episode);
  const after = await readLedger(episode.world, episode.people.owner.viewer.homeTenantId);
  const done = episode.stretches.reduce((all, { effects }) => all + effects.length, 0);
  const own = episode.effects.filter((one) => one.tenant_id === episode.people.owner.viewer.homeTenantId);
  episode.stretches.push({ before: episode.ledger, after, effects: own.slice(done) });
  episode.ledger = after;
}

/** After an act of administration: the ledger as it is now is nobody's decision. */
export async function reopenStretch(episode: Episode): Promise<void> {
  episode.ledger = await readLedger(episode.world, episode.people.owner.viewer.homeTenantId);
}
