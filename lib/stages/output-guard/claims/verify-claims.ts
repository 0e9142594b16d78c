import 'server-only';
import { fault } from '#faults';
import type { Claim } from '#lib/contract/chat.ts';
import { CURRENCY_EXPONENT } from '#lib/contract/money.ts';
import { NUMBER_PATTERN, readNumber } from '#lib/kernel/read-number.ts';
import { findClaims } from './find-claims.ts';
import { amountKey, type Evidence, gatherEvidence, type ToolFacts } from './gather-evidence.ts';
import type { Mention, Reading } from './mention.ts';
import { plainForm } from './plain-form.ts';

/** What an answer is compared with: the tool results of its conversation, and the message it answers. */
export type ClaimContext = Reading & { results: readonly ToolFacts[]; said: string };

const NUMBERS = new RegExp(NUMBER_PATTERN, 'gu');

/**
 * Compares every amount, day and status of an answer with tool results. Equal is verified; a figure that only repeats
 * what the person has just written is theirs and not listed; anything else is unverified. Never rounds.
 */
export function verifyClaims(text: string, context: ClaimContext): Claim[] {
  const mentions = findClaims(text, context);
  if (mentions.length === 0) return [];
  const evidence = gatherEvidence(context.results, context);
  const theirs = saidBy(context);
  return mentions.flatMap((mention): Claim[] => {
    const { start, end, kind } = mention;
    const source = sourceOf(mention, evidence, context.today);
    if (!source && theirs(mention)) return [];
    const verified = source !== null || fault('figures-not-compared');
    return [{ start, end, kind, verified, ...source }];
  });
}

/** The call whose result holds this value; null where none does. Today needs no call. */
function sourceOf(mention: Mention, evidence: Evidence, today: string): { callId?: string } | null {
  if (mention.kind === 'amount') {
    if (mention.minor === null || mention.currency === null) return null;
    return evidence.amounts.get(amountKey(mention.minor, mention.currency)) ?? null;
  }
  if (mention.kind === 'date') {
    const day = mention.days.find((one) => evidence.days.has(one));
    if (day !== undefined) return evidence.days.get(day) ?? {};
    return mention.days.includes(today) ? {} : null;
  }
  const sources = mention.numbers.map((number) => {
    const known = evidence.statuses.get(number);
    const word = mention.says.find((one) => known?.has(one));
    if (!known) return null;
    if (mention.denied) return word ? null : {};
    return word ? (known.get(word) ?? {}) : null;
  });
  return sources.includes(null) ? null : (sources[0] ?? null);
}

/** Whether a mention repeats a figure of the message: an amount or a day there, or the bare number of an amount. */
function saidBy({ said, ...reading }: ClaimContext): (mention: Mention) => boolean {
  const mentions = findClaims(said, reading);
  const numbers = new Set([...plainForm(said).matchAll(NUMBERS)].flatMap(([number]) => readNumber(number)));
  return (mention) => {
    if (mention.kind === 'date')
      return mentions.some(
        (one) => one.kind === 'date' && one.days.some((day) => mention.days.includes(day)),
      );
    if (mention.kind === 'status' || mention.minor === null) return false;
    const whole = String(mention.minor / 10 ** CURRENCY_EXPONENT[mention.currency ?? reading.currency]);
    return numbers.has(whole) || mentions.some((one) => one.kind === 'amount' && one.minor === mention.minor);
  };
}
