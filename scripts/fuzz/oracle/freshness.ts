import type { Episode, Submission } from '../episode/episode.ts';
import { decisionsOf, submissionsIn } from './decisions.ts';
import { COUNTERSIGN_WITHIN_S, DECIDE_WITHIN_S, NONCE_S, SLACK_S } from './facts.ts';
import type { Invariant, ProposalRow } from './finding.ts';

/** Each decision used up a nonce of this person for this proposal, once and in time; nothing was decided after its expiry. */
export const freshAndOfTheSameVersion: Invariant = (episode, { proposals }) =>
  decisionsOf(episode).flatMap(({ step, to, from, proposal }) => {
    const row = proposals.find((one) => one.id === proposal.id);
    if (!row) return [];
    const problems: string[] = [];
    const sent = submissionsIn(episode, step, row.id);
    const isFresh = (one: Submission) =>
      episode.nonces.some(
        ({ value, proposalId, who, issuedAtS, usedIn }) =>
          value === one.nonce &&
          proposalId === row.id &&
          who === one.who &&
          (usedIn === null || usedIn === step) &&
          one.atS - issuedAtS <= NONCE_S + SLACK_S,
      );
    if (!sent.some(isFresh)) problems.push(`${to} without a nonce that was fresh`);
    const executedS = episode.effects.find((one) => one.proposal_id === row.id)?.executed_s;
    const startedS = from === 'confirmed' ? row.confirmed_s : row.created_s;
    const withinS = from === 'confirmed' ? COUNTERSIGN_WITHIN_S : DECIDE_WITHIN_S;
    if (to === 'executed' && executedS !== undefined && executedS - (startedS ?? 0) > withinS + 1)
      problems.push('executed after it had run out');
    if (to === 'executed') problems.push(...changedMeanwhile(episode, row, step));
    return problems;
  });

function changedMeanwhile(episode: Episode, row: ProposalRow, step: number): string[] {
  const madeIn =
    episode.transitions.find(({ from, proposal }) => from === 'none' && proposal.id === row.id)?.step ?? 0;
  const problems: string[] = [];
  for (const note of episode.notes) {
    if (note.kind === 'policy-changed' && note.proposalId === row.id && note.step < step)
      problems.push('executed under rules that had changed');
    const isTouched = note.kind === 'resource-touched' && isAboutSame(episode, note.proposalId, row);
    if (isTouched && note.step > madeIn && note.step < step)
      problems.push('executed although what it is about had changed');
  }
  const other = episode.effects.find(
    (one) =>
      one.proposal_id !== row.id &&
      one.step > madeIn &&
      one.step < step &&
      isAboutSame(episode, one.proposal_id, row),
  );
  if (other) problems.push('executed although another decision had changed the same thing');
  return problems;
}

/** The terms and the billing address of a customer both have the customer's id. */
function isAboutSame({ known }: Episode, proposalId: string, row: ProposalRow): boolean {
  const other = known.get(proposalId);
  return other?.resource_kind === row.resource_kind && other.resource_id === row.resource_id;
}
