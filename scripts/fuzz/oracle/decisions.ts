import type { Effect, Episode, Submission } from '../episode/episode.ts';

const DECIDED: ReadonlySet<string> = new Set(['executed', 'confirmed', 'rejected']);

/** Every move of a proposal that takes somebody's decision, and every effect that nobody decided. */
export function decisionsOf(episode: Episode) {
  const own = new Set([
    episode.people.owner.viewer.homeTenantId,
    episode.people.stranger.viewer.homeTenantId,
  ]);
  const effects = episode.effects.filter((one: Effect) => own.has(one.tenant_id));
  const moved = episode.transitions.filter(({ to }) => DECIDED.has(to));
  // An effect without a move of its proposal is a decision too, and one that nobody made.
  const stray = effects
    .filter(
      (one) =>
        !moved.some(
          ({ to, step, proposal }) =>
            to === 'executed' && step === one.step && proposal.id === one.proposal_id,
        ),
    )
    .flatMap(({ proposal_id, step }) => {
      const proposal = episode.known.get(proposal_id);
      return proposal ? [{ step, from: proposal.state, to: 'executed', proposal }] : [];
    });
  return [...moved, ...stray];
}

/** What was sent about a proposal in one step. */
export function submissionsIn(episode: Episode, step: number, proposalId: string): Submission[] {
  return episode.submissions.filter((one) => one.step === step && one.proposalId === proposalId);
}

/** An object from JSON; empty for anything else. */
export function readJson(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
