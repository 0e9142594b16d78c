import 'server-only';
import { findConcepts, repaired } from '../concepts.ts';
import { findEntities } from '../entities/find-entities.ts';
import { words as wordsOf } from '../normalise.ts';
import type { InvoiceRef, Language } from '../types.ts';
import type { Said } from './fill-wish.ts';
import type { RefundTarget } from './wish.ts';

/** Things on an invoice that a person may mean instead of the whole of it. */
const PART =
  /\b(?:charges?|lines?|items?|fees?|seats?|desks?|users?|licen[cs]es?|add ?ons?|addons?|position(?:en)?|posten|zeile|gebuhr(?:en)?|platze?|zusatz\w*|lineas?|cargos?|cobros?|conceptos?|plazas?|complementos?|lignes?|frais|sieges?|options?)\b/;
const SECOND =
  /\b(?:second|2nd|zweite[nrs]?|segund[oa]|deuxieme|second[e]?) (?:\w+ )?(?:seat|copy|entry|instance|posting|position|desk|charge|line|one|item|workbench|platz|schreibtisch|cargo|cobro|asiento|siege|ligne|design desk)\b/;
/** Twice, as it is typed in haste: "x2", "two time", "the doubled seat". */
const TIMES_TWO =
  /\bx 2\b|\b(?:two|2) time\b|\bdoubled (?:\w+ )?(?:seat|desk|line|charge|item|entry|position|user|licen[cs]e)\b/;
const ADD_ON = /\b(?:dev|developer) (?:mode|add ?on|addon|charge|line|thing|option)\b/;
const POINTS =
  /\b(?:it|that|this|those|them|das|dies\w*|es|davon|dafur|eso|esto|lo|la|ello|cela|ca|ceci|en|y)\b/;
/** "Knock 15 off": a sum by where it stands. */
const PLAIN_SUM =
  /\b(?:knock|take|deduct|refund|return|credit|repay|reimburse|give|pay|back|shave|of|get|have) (?:(?:me|us|back|off|another|about|around|of|just|only|a|partial|refund) ){0,3}(\d{1,5})(?= (?:off|back|of|on|from|for|in)\b)(?! (?:of|on|from|for|in) (?:them|those|these|my seats|our seats|seats))/;
/** What was spoken of last, where "refund it" can only mean its invoice. */
const OF_INVOICE = new Set(['show_invoice', 'extreme_invoice', 'tax', 'pdf', 'memo', 'why_changed', 'compare', 'proration', 'discounts', 'payment_status', 'due_date']); // prettier-ignore

/** What is to be given back, by what the person names; by what was just spoken of where they name nothing. */
export function findTarget(said: Said): RefundTarget {
  const { typed, message, language, today } = said;
  const entities = findEntities(typed, language, today);
  const amount = entities.amounts[0] ?? PLAIN_SUM.exec(message)?.[1];
  const invoice = invoiceIn(entities);
  const text = ADD_ON.test(message) ? 'Developer mode' : entities.text;
  const at = invoice ? { invoice } : {};
  if (isTwice(typed, language) || SECOND.test(message)) return { kind: 'duplicate', ...at };
  if (text !== undefined) return { kind: 'line', text, ...at };
  if (amount !== undefined && PART.test(message)) return { kind: 'line', amount, ...at };
  const isPart = PART.test(said.unit) && !/\b(?:all|whole|entire|full|alle|todo|tout)\b/.test(said.unit);
  if (invoice && isPart) return { kind: 'line', ...at };
  if (invoice) return { kind: 'invoice', invoice, ...(amount === undefined ? {} : { amount }) };
  return ofFocus(said, amount) ?? { kind: 'open', ...(amount === undefined ? {} : { amount }) };
}

function invoiceIn({ invoices, periods, shift }: ReturnType<typeof findEntities>): InvoiceRef | undefined {
  const month = periods.find((period) => period.month !== undefined)?.month;
  const named = invoices[0] ?? (month === undefined ? undefined : { kind: 'month' as const, month, back: 0 });
  if (named) return shift > 0 ? { ...named, back: named.back + shift } : named;
  return shift > 0 ? { kind: 'latest', back: shift } : undefined;
}

/** Whether a text says that something stands there twice. */
export function isTwice(typed: string, language: Language): boolean {
  const words = repaired(wordsOf(typed), language);
  if (TIMES_TWO.test(words.join(' '))) return true;
  return findConcepts(words, language).some(({ concept }) => concept === 'duplicate');
}

function ofFocus({ focus, message }: Said, amount: string | undefined): RefundTarget | null {
  const part = amount === undefined ? {} : { amount };
  if (focus.intent === 'duplicates' || focus.intent === 'overcharged') return { kind: 'duplicate' };
  if (focus.intent === 'find_line') {
    const [named] = focus.amounts ?? [];
    if (focus.text !== undefined) return { kind: 'line', text: focus.text };
    if (named !== undefined) return { kind: 'line', amount: named };
  }
  const speaks = focus.intent !== undefined && OF_INVOICE.has(focus.intent);
  const points = POINTS.test(message) || amount !== undefined;
  return speaks && points && focus.invoice ? { kind: 'invoice', invoice: focus.invoice, ...part } : null;
}
