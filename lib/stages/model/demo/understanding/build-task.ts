import 'server-only';
import { findEntities } from '../entities/find-entities.ts';
import { addMonths, earlier, firstDay, lastDay } from '../entities/days.ts';
import { INTENT_TABLE, type Intent } from '../intents/policy.ts';
import type { Entities, Focus, InvoiceRef, Period, Task } from '../types.ts';
import { besides } from './besides.ts';
import type { Segment } from './read-segment.ts';

const LATEST: InvoiceRef = { kind: 'latest', back: 0 };
/** What stands after these words is what the invoice is held against. */
const THAN =
  /\b(?:than|then(?= (?:the|my|our|in|last)\b)|compared (?:to|with)|vs\.?|versus|against|relative to|from|as opposed to|als|gegenüber|im vergleich zu|que (?:la|el|en)|respecto a|frente a|que (?:le|celle|celui|en)|par rapport)\b/iu;
/** Names what is held against something else: the newest one, or the one that is spoken of. */
const IT_IS = /\b(?:it|this|that|latest|newest|new one|last one|sie|diese|es|ella|esta|elle|celle-ci)\b/iu;
/** After these, "how much of that was tax" is about their period. */
const SHARES_PERIOD = new Set<Intent>([
  'spend',
  'average',
  'tax',
  'payments',
  'list_invoices',
  'usage',
  'extreme_invoice',
  'discounts',
]);
/** "How much was billed in the same time?" */
const SAME_PERIOD =
  /\b(?:same|that|this) (?:time|period|window|span|stretch|range|timeframe|time frame)\b|\b(?:im selben|im gleichen) zeitraum\b|\bmismo periodo\b|\bmeme periode\b/;
/** "The last payment that went through": the newest of all, whichever invoice was spoken of. */
const LAST_PAYMENT =
  /\b(?:last|latest|most recent|newest|letzte[nr]?|ultimo|dernier)\b(?: \w+){0,3} (?:payment|transfer|debit|charge|money|transaction|zahlung|abbuchung|pago|cobro|paiement|prelevement)\b|\b(?:last|latest|most recent) (?:one|thing) (?:that|which|what) (?:\w+ )?(?:went|got|came|cleared|arrived)\b/;
/** Without a month these speak of the current one. */
const IN_A_MONTH = new Set<Intent>(['usage', 'projection', 'overage']);
const KEEPS_FOCUS = new Set<Intent>([
  'tax',
  'discounts',
  'show_invoice',
  'why_changed',
  'pdf',
  'payment_status',
  'memo',
  'due_date',
  'proration',
]);

/** One question with everything it refers to, the earlier turns filled in where it leaves something out. */
export function buildTask(
  intent: Intent,
  segment: Segment,
  focus: Focus,
  isFollowUp: boolean,
  today: string,
): Task {
  const { concepts, entities } = segment;
  const base = {
    intent,
    concepts,
    amounts:
      entities.amounts.length > 0
        ? entities.amounts
        : isFollowUp && intent === 'find_line'
          ? (focus.amounts ?? [])
          : [],
    ...optional(
      'text',
      entities.text ??
        (isFollowUp && intent === focus.intent && entities.amounts.length === 0 ? focus.text : undefined),
    ),
    ...optional('meter', entities.meter ?? (isFollowUp && intent === focus.intent ? focus.meter : undefined)),
  };
  const more = besides(intent, segment, focus, isFollowUp);
  if (intent === 'why_changed' || intent === 'compare')
    return { ...base, ...pairOf(segment, focus, isFollowUp, today) };
  const period = periodOf(intent, segment, focus, isFollowUp, today);
  return {
    ...base,
    ...more,
    ...optional('invoice', invoiceOf(intent, segment, focus, isFollowUp)),
    ...optional('period', period),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  const record: { [key in K]?: V } = {};
  if (value !== undefined) record[key] = value;
  return record;
}

function invoiceOf(
  intent: Intent,
  segment: Segment,
  focus: Focus,
  isFollowUp: boolean,
): InvoiceRef | undefined {
  const { entities, concepts, words } = segment;
  const named = entities.invoices[0] ?? monthRef(entities);
  if (intent === 'payment_status' && LAST_PAYMENT.test(words.join(' '))) return undefined;
  if (intent === 'show_invoice' && besides(intent, segment, focus, isFollowUp).also) return named ?? LATEST;
  if (named && entities.shift !== 0 && !isFollowUp) return { ...named, back: named.back + entities.shift };
  // "The first one" of a list is the newest, as it was listed.
  if (named?.kind === 'first' && focus.intent === 'list_invoices' && words.includes('one')) return LATEST;
  if (named) return named;
  if (entities.shift !== 0) {
    const from = focus.invoice ?? LATEST;
    return { ...from, back: from.back + entities.shift };
  }
  const leansBack = isFollowUp || concepts.has('pronoun') || concepts.has('also') || words.length <= 4;
  const ofBalance = intent === 'due_date' && ['owe', 'next_payment', 'overdue'].includes(focus.intent ?? '');
  return leansBack && KEEPS_FOCUS.has(intent) && !ofBalance ? focus.invoice : undefined;
}

function monthRef(entities: Entities): InvoiceRef | undefined {
  const month = entities.periods.find((period) => period.month !== undefined)?.month;
  return month === undefined ? undefined : { kind: 'month', month, back: 0 };
}

/** For comparisons: the newer invoice and what it is held against. "Than the one before" is the default, not a shift. */
function pairOf(
  segment: Segment,
  focus: Focus,
  isFollowUp: boolean,
  today: string,
): { invoice?: InvoiceRef; against?: InvoiceRef } {
  const { entities, concepts } = segment;
  const at = segment.raw.search(THAN);
  // "How much higher is it than the one before?" holds what is spoken of against its own predecessor.
  const isHeldAgainstBefore = at >= 0 && entities.shift === 1 && IT_IS.test(segment.raw.slice(0, at));
  if (isHeldAgainstBefore) return optional('invoice', isFollowUp ? focus.invoice : undefined);
  if (at >= 0 && !isFollowUp) {
    const head = findEntities(segment.raw.slice(0, at), segment.language, today);
    const tail = findEntities(segment.raw.slice(at), segment.language, today);
    const newer = head.invoices[0] ?? monthRef(head);
    const older = tail.invoices.find((ref) => ref.kind !== 'latest' || ref.back > 0) ?? monthRef(tail);
    return { ...optional('invoice', newer ?? leaning(concepts, focus)), ...optional('against', older) };
  }
  const refs = [
    ...entities.invoices,
    ...entities.periods.flatMap((period) =>
      period.month ? [{ kind: 'month' as const, month: period.month, back: 0 }] : [],
    ),
  ];
  const [first, second] = refs;
  if (first && second) return { invoice: first, against: second };
  if (first) return { invoice: first };
  if (entities.shift !== 0 && (isFollowUp || concepts.has('also'))) {
    const from = focus.invoice ?? LATEST;
    return { invoice: { ...from, back: from.back + entities.shift } };
  }
  // "Between the two" after one of them was shown: the two that were compared.
  if (isFollowUp && segment.words.includes('two') && focus.intent === 'show_invoice') return {};
  // "In percent?" goes back to the comparison that the figures are from.
  if (isFollowUp && concepts.has('percent') && focus.intent !== 'compare') return {};
  return optional('invoice', isFollowUp ? focus.invoice : leaning(concepts, focus));
}

function leaning(concepts: ReadonlySet<string>, focus: Focus): InvoiceRef | undefined {
  return concepts.has('pronoun') && !concepts.has('latest') && !concepts.has('invoice')
    ? focus.invoice
    : undefined;
}

const YEARS = new Set(['year', 'jahr', 'ano', 'annee', 'an']);

function yearBefore(period: Period | undefined, today: string): Period {
  const year = Number((period?.from ?? today).slice(0, 4)) - 1;
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function periodOf(
  intent: Intent,
  segment: Segment,
  focus: Focus,
  isFollowUp: boolean,
  today: string,
): Period | undefined {
  const { entities, concepts } = segment;
  const [first] = entities.periods;
  const takes = INTENT_TABLE[intent].takes;
  // "I file taxes this week: how much on the last invoice?" asks of the invoice, not of the week.
  const isOfInvoice = takes === 'both' && entities.invoices.length > 0 && first?.month === undefined;
  if (isOfInvoice) return undefined;
  if (first) return first;
  if (isFollowUp && IN_A_MONTH.has(intent) && concepts.has('latest')) return undefined;
  if (takes !== 'period' && takes !== 'both') return undefined;
  if (entities.shift !== 0 && segment.words.some((word) => YEARS.has(word)))
    return yearBefore(focus.period, today);
  if (entities.shift !== 0 && takes === 'period') {
    const month = addMonths(focus.period?.month ?? today, -entities.shift);
    return { from: firstDay(month), to: earlier(lastDay(month), today), month };
  }
  const isSame = SAME_PERIOD.test(segment.words.join(' ')) || intent === 'average';
  const leans = isFollowUp || isSame || concepts.has('pronoun') || concepts.has('also');
  return leans && SHARES_PERIOD.has(focus.intent ?? intent)
    ? focus.period
    : isFollowUp
      ? focus.period
      : undefined;
}
