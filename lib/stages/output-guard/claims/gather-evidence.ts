import 'server-only';
import { moneySchema } from '#lib/contract/money.ts';
import { findClaims } from './find-claims.ts';
import type { Reading } from './mention.ts';
import { OUTSIDE_FIELDS } from './policy.ts';
import { STATUS_MEANS, type StatusWord } from './status-words.ts';

/** What one tool call returned. Without `callId` it belongs to an earlier turn. */
export type ToolFacts = { callId?: string; card: unknown };

type Source = { callId?: string };
/** Values that tool results hold, each with the call that returned it first. */
export type Evidence = {
  amounts: Map<string, Source>;
  days: Map<string, Source>;
  /** By invoice number. */
  statuses: Map<string, Map<StatusWord, Source>>;
};

/** Key of an amount: without its sign, because a credit of −40 may be called a credit of 40. */
export function amountKey(minor: number, currency: string): string {
  return `${currency} ${Math.abs(minor)}`;
}

/** Reads every amount, day and status out of the cards. What outsiders wrote in them proves nothing. */
export function gatherEvidence(results: readonly ToolFacts[], reading: Reading): Evidence {
  const evidence: Evidence = { amounts: new Map(), days: new Map(), statuses: new Map() };
  for (const { callId, card } of results)
    add(evidence, card, callId === undefined ? {} : { callId }, reading);
  return evidence;
}

function add(evidence: Evidence, value: unknown, source: Source, reading: Reading): void {
  if (typeof value === 'string') return addText(evidence, value, source, reading);
  if (Array.isArray(value)) return value.forEach((item) => add(evidence, item, source, reading));
  if (typeof value !== 'object' || value === null) return;
  if ('amountMinor' in value) {
    const money = moneySchema.safeParse(value).data;
    if (money) note(evidence.amounts, amountKey(money.amountMinor, money.currency), source);
    return;
  }
  addStatuses(evidence, { ...value }, source);
  for (const [field, item] of Object.entries(value)) {
    if (!OUTSIDE_FIELDS.includes(field)) add(evidence, item, source, reading);
  }
}

/** Days are fields of their own; a reason such as "Added on 12 Nov 2026" is worded by the server. */
function addText(evidence: Evidence, text: string, source: Source, reading: Reading): void {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return note(evidence.days, text, source);
  if (!/\d/.test(text)) return;
  for (const mention of findClaims(text, reading)) {
    if (mention.kind === 'date') mention.days.forEach((day) => note(evidence.days, day, source));
    if (mention.kind === 'amount' && mention.minor !== null && mention.currency)
      note(evidence.amounts, amountKey(mention.minor, mention.currency), source);
  }
}

/** Invoices, payments and refunds all name an invoice; what is true of its payments may be said of it. */
function addStatuses(evidence: Evidence, fields: Record<string, unknown>, source: Source): void {
  const number = fields.invoiceNumber ?? fields.number;
  if (typeof number !== 'string' || typeof fields.status !== 'string') return;
  const known = evidence.statuses.get(number) ?? new Map<StatusWord, Source>();
  evidence.statuses.set(number, known);
  const { failureReason, attempts, refunded } = fields;
  const words = [...(STATUS_MEANS[fields.status] ?? [])];
  const hasFailed =
    Array.isArray(attempts) && attempts.some((one: { succeeded?: unknown }) => !one.succeeded);
  if (hasFailed || typeof failureReason === 'string') words.push('failed');
  const returned = moneySchema.safeParse(refunded).data;
  if (returned && returned.amountMinor > 0) words.push('refunded');
  for (const word of words) note(known, word, source);
}

function note<Key>(map: Map<Key, Source>, key: Key, source: Source): void {
  if (!map.has(key)) map.set(key, source);
}
