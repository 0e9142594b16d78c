import { createHash } from 'node:crypto';
import { TWO_PEOPLE_ABOVE, TYPE_AMOUNT_FROM } from '#lib/stages/approvals/policy.ts';
import type { Episode, Submission } from '../episode/episode.ts';
import { decisionsOf, readJson, submissionsIn } from './decisions.ts';
import { ARGUMENT_KEYS } from './facts.ts';
import type { Invariant, ProposalRow } from './finding.ts';

/** Executed = approved = displayed = the hash that was sent. */
export const sameFromCardToLedger: Invariant = (episode, { proposals }) =>
  decisionsOf(episode).flatMap(({ step, to, proposal: { id } }) => {
    const row = proposals.find((one) => one.id === id);
    if (!row) return [`${id} was decided and is gone`];
    const problems: string[] = [];
    const sent = submissionsIn(episode, step, id);
    if (!sent.some(({ displayHash }) => displayHash === row.display_hash))
      problems.push(`${to} by a hash that is not the card's`);
    if (to !== 'executed') return problems;
    if (sha256(row.display) !== row.display_hash)
      problems.push('executed a card whose text is not the hashed one');
    if (sha256(row.arguments) !== row.arguments_hash)
      problems.push('executed arguments that are not the hashed ones');
    const display = readJson(row.display);
    if (display.argumentsHash !== row.arguments_hash) problems.push('the card stands for other arguments');
    const amount = amountOf(display.amount);
    const args = readJson(row.arguments);
    if (row.tool === 'refund' && amount !== args.amountMinor) problems.push('the card shows another amount');
    for (const { card } of episode.shown.filter((shown) => shown.card.approvalId === id)) {
      if (linesOf(card.lines) !== linesOf(display.lines) || card.title !== display.title)
        problems.push('somebody was shown another card');
    }
    return problems;
  });

/** Every decision was sent by someone eligible; where two people are needed neither is the requester twice. */
export const decidedByTheEligible: Invariant = (episode, { proposals }) =>
  decisionsOf(episode).flatMap(({ step, to, from, proposal }) => {
    const row = proposals.find((one) => one.id === proposal.id);
    if (!row) return [];
    const kind = to === 'rejected' ? 'reject' : 'approve';
    const sent = submissionsIn(episode, step, row.id).filter(({ decision }) => decision === kind);
    if (sent.length === 0) return [`${to} although nobody sent ${kind}`];
    return sent.some((one) => isEligible(episode, one, row, from, to))
      ? []
      : [`${to} by somebody who may not`];
  });

/** What stands on a card, whatever order its keys are in. */
function linesOf(lines: unknown): string {
  if (!Array.isArray(lines)) return '';
  return lines
    .map((line: Readonly<Record<string, unknown>>) => [line.label, line.value, line.origin].join(' = '))
    .join('; ');
}

function isEligible(episode: Episode, sent: Submission, row: ProposalRow, from: string, to: string): boolean {
  if (!sent.isSignedIn) return false;
  const { personId } = episode.people[sent.who].viewer;
  const isOwn = personId === row.person_id;
  if (isOwn) {
    if (sent.role !== 'owner') return false;
    const isTyped =
      sent.typedAmount !== null && Number(sent.typedAmount.replace(/\D/g, '')) === Number(row.amount_minor);
    const mustType = row.tool === 'refund' && Number(row.amount_minor) >= limitOf(TYPE_AMOUNT_FROM, row);
    if (to !== 'rejected' && mustType && !isTyped) return false;
    return to !== 'executed' || (!needsTwo(row) && from !== 'confirmed');
  }
  if (sent.role !== 'approver' || from !== 'confirmed') return false;
  if (to === 'executed' && isRequesterGone(episode, row)) return false;
  return to === 'rejected' || row.tool !== 'refund' || sent.isFreshCode;
}

function needsTwo(row: ProposalRow): boolean {
  return row.tool === 'refund' && Number(row.amount_minor) > limitOf(TWO_PEOPLE_ABOVE, row);
}

function limitOf(table: Readonly<Record<string, number>>, { currency }: ProposalRow): number {
  return table[currency ?? 'EUR'] ?? 0;
}

/** Whoever asked must still be an owner when it is executed. */
function isRequesterGone(episode: Episode, row: ProposalRow): boolean {
  const person = Object.values(episode.people).find(({ viewer }) => viewer.personId === row.person_id);
  const executed = episode.transitions.find(
    ({ to, proposal }) => to === 'executed' && proposal.id === row.id,
  );
  const roles = episode.commands.slice(0, executed?.step ?? 0).filter((one) => one.do === 'role');
  const last = roles.findLast(({ who }) => who === person?.who);
  return last !== undefined && last.role !== 'owner';
}

/** Stored arguments hold the keys of their tool and whole amounts within range. */
export const argumentsFitTheSchema: Invariant = (episode, { proposals }) =>
  proposals.flatMap((row) => {
    const args = readJson(row.arguments);
    const problems: string[] = [];
    const known = ARGUMENT_KEYS[row.tool];
    if (!known || Object.keys(args).some((key) => !known.includes(key)))
      problems.push(`${row.tool} has arguments that no schema knows`);
    for (const value of Object.values(args)) {
      if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0)))
        problems.push(`${row.tool} has a number that is none`);
    }
    const isRun = episode.effects.some(({ proposal_id }) => proposal_id === row.id);
    if (row.tool === 'refund' && isRun && !(typeof args.amountMinor === 'number' && args.amountMinor >= 1))
      problems.push('a refund of nothing was executed');
    return problems;
  });

function amountOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'amountMinor' in value ? value.amountMinor : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
