import 'server-only';
import type { Claim, TurnEvent } from '#lib/contract/chat.ts';
import { currencySchema } from '#lib/contract/money.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { readEarlierCards } from '#lib/stages/history/read-earlier-cards.ts';
import { verifyClaims } from '#lib/stages/output-guard/claims/verify-claims.ts';
import type { TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** Checks the figures of what was shown and sends the outcome. Nothing is sent for an answer that states none. */
export async function* noteClaims(turn: Turn, record: TurnRecord): AsyncGenerator<TurnEvent> {
  const items = await claimsOf(turn, record, record.text);
  record.claimed = { text: record.text, claims: items };
  record.trace.claims.push(...items);
  if (items.length > 0) yield { event: 'claims', data: { items } };
}

/** The claims of an answer that broke off: found when it was stored, sent before its end. */
export function* lateClaims(record: TurnRecord): Generator<TurnEvent> {
  const { claimed, trace } = record;
  if (!claimed || trace.claims.length > 0 || claimed.text !== record.text) return;
  if (claimed.claims.length > 0) yield { event: 'claims', data: { items: claimed.claims } };
}

/** The claims of a text that may differ from what was checked before: another text has other places. */
export async function claimsOf(turn: Turn, record: TurnRecord, text: string): Promise<Claim[]> {
  if (record.claimed?.text === text) return record.claimed.claims;
  const { viewer, dataKey, conversationId, userMessageId, profile, today } = turn;
  const currency = currencySchema.catch('EUR').parse(profile.currency);
  const results = record.trace.tools.flatMap(({ callId, card }) => (card ? [{ callId, card }] : []));
  const context = { today, currency, locale: profile.locale, said: turn.text, results };
  const claims = verifyClaims(text, context);
  // What was looked up earlier in the conversation still counts; it is read only where this turn does not settle it.
  if (turn.earlier.length === 0 || claims.every(({ verified }) => verified)) return claims;
  const earlier = await withViewer(viewer, (tx) =>
    readEarlierCards(viewer, tx, dataKey, { conversationId, userMessageId }),
  );
  return verifyClaims(text, { ...context, results: [...results, ...earlier.map((card) => ({ card }))] });
}
