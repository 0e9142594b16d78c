import { newId } from '#lib/kernel/ids.ts';
import type { Act } from './commands.ts';
import type { Effect, Episode } from './episode.ts';

/** What was executed earlier on this day, so that a cap is near. */
export async function addEarlier(
  episode: Episode,
  command: Extract<Act, { do: 'earlier-effects' }>,
): Promise<void> {
  const person = episode.people[command.who];
  const approver = command.approver ? episode.people[command.approver].viewer.personId : null;
  const { homeTenantId: tenantId, personId } = person.viewer;
  const currency = command.who === 'stranger' ? 'USD' : 'EUR';
  const tool = command.tool ?? 'refund';
  const amount = tool === 'refund' ? command.amountMinor : null;
  const effects: Effect[] = Array.from({ length: command.count }, () => ({
    proposal_id: newId(),
    tenant_id: tenantId,
    person_id: personId,
    approver_id: approver,
    tool,
    amount_minor: amount === null ? null : String(amount),
    currency: amount === null ? null : currency,
    executed_s: Date.now() / 1000 + episode.aheadS,
    step: episode.step,
  }));
  for (const one of effects)
    await episode.world.admin(
      `INSERT INTO cs.effect (proposal_id, tenant_id, person_id, approver_id, tool, amount_minor, currency, summary, executed_at, xid)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'earlier', now() + make_interval(secs => $8), '0')`,
      [one.proposal_id, tenantId, personId, approver, tool, amount, one.currency, episode.aheadS],
    );
  episode.notes.push({ kind: 'earlier', effects });
}
