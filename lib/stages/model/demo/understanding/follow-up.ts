import 'server-only';
import { INTENT_TABLE, type Intent } from '../intents/policy.ts';
import type { Focus } from '../types.ts';
import {
  ASPECTS,
  FILLERS,
  HAVE_AN_INVOICE,
  HOWMUCH,
  LISTS,
  LONGEST_PROPERTY,
  TOTAL,
  WHO,
  WHY,
} from './follow-up-tables.ts';
import { goesOn, namesLongPeriod } from './goes-on.ts';
import { guessByExamples, guessFollowUp } from './guess-by-examples.ts';
import { isEcho, isMoney, isTalk, whenOf } from './intent-kinds.ts';
import { propertyOf } from './properties.ts';
import type { Segment } from './read-segment.ts';

/** Longer messages say what they ask. */
const LONGEST_LEARNED = 12;
/** Rules that speak so loudly leave no doubt. */
const PLAIN = 8;
/** …and louder still: as good as a follow-up that is so likely. */
const LOUD = 9.7;
const LOUD_CHANCE = 0.6;
/** A chance from which on a follow-up is taken for what the examples say. */
const SURE_OF_FOLLOW_UP = 0.4;
/** …and so far ahead of the next. */
const AHEAD = 0.15;
/** "Not that one, the one before": an invoice of a list, not another list. */
const ONE_OF_THEM = new Set('one ones die esa esta la celle'.split(' '));

/**
 * What a message without a question of its own asks, given what the conversation is about ("why?", "and October?",
 * "the one before", "how much is that in total?"). Null when it asks something itself, or nothing can be told.
 */
export function followUp(
  segment: Segment,
  focus: Focus,
  best: { intent: Intent; score: number } | undefined,
): Intent | null {
  const last = focus.intent;
  if (last === undefined || isTalk(last)) return null;
  const content = [...segment.concepts].filter(
    (concept) => !concept.startsWith('_') && !FILLERS.has(concept),
  );
  const names = [...segment.concepts].some((concept) => concept.startsWith('_'));
  const own = goesOn(segment, content, last, focus);
  if (own) return own;
  const learned = learnedOf(segment, contextOf(last, focus), plainness(segment, best));
  if (learned) return learned;
  const asksShow = segment.concepts.has('show') && !segment.concepts.has('also');
  if (content.length === 0 && names) return forReference(segment, last, asksShow);
  if (segment.words.length <= LONGEST_PROPERTY) {
    const asked =
      (namesLongPeriod(segment) ? null : asksTotalOf(segment, content, last)) ??
      propertyOf(segment.concepts, content, last);
    if (asked) return asked;
  }
  const showsIt = segment.concepts.has('invoice') || LISTS.has(last);
  if (content.length === 0 && segment.concepts.has('show') && showsIt) return 'show_invoice';
  const asksInside = /\bwhat\b.*\b(?:on|in|inside) (?:it|there|that|this)\b/.test(segment.words.join(' '));
  if (content.length === 0 && asksInside && LISTS.has(last)) return 'show_invoice';
  const aspect = aspectOf(content, last, segment, focus);
  if (aspect) return aspect;
  if (best && best.score >= 7.6 && !isEcho(best.intent, content)) return null;
  return forQuestionWord(content, last, segment, focus);
}

/** What the follow-ups that serve as examples say, where they are sure of it. */
function learnedOf(segment: Segment, last: Intent, asksItself: number): Intent | null {
  const { amounts, invoices, periods, shift, text } = segment.entities;
  const isOfSum = last === 'spend' || last === 'average';
  const namesOther =
    amounts.length > 0 ||
    periods.length > 0 ||
    shift !== 0 ||
    text !== undefined ||
    invoices.some(({ kind }) => kind !== 'latest' || isOfSum);
  if (namesOther || segment.words.length > LONGEST_LEARNED) return null;
  const [best, next] = [...guessFollowUp(last, segment)].toSorted(([, a], [, b]) => b - a);
  // A question that stands by itself is asked, unless the follow-up is plainer still.
  if (best && best[1] < asksItself) return null;
  const isSure = best && best[1] >= SURE_OF_FOLLOW_UP && best[1] - (next?.[1] ?? 0) >= AHEAD;
  return isSure && best[0] !== 'own' ? best[0] : null;
}

/** "How much tax this year?" speaks of a sum, not of an invoice. */
function contextOf(last: Intent, { period }: Focus): Intent {
  const isOfSum = period !== undefined && period.month === undefined;
  return isOfSum && (last === 'tax' || last === 'discounts') ? 'spend' : last;
}

/** How plainly a message asks something by itself: by the rules and by the examples alike. */
function plainness(segment: Segment, best: { intent: Intent; score: number } | undefined): number {
  const leans = segment.concepts.has('pronoun') || segment.concepts.has('also');
  if (!best || leans || best.score < PLAIN) return 0;
  return Math.max(best.score < LOUD ? 0 : LOUD_CHANCE, guessByExamples(segment).get(best.intent) ?? 0);
}

/** "How much was that invoice?" after something else that an invoice has. */
function asksTotalOf({ concepts }: Segment, content: readonly string[], last: Intent): Intent | null {
  const isAmount = content.includes('howmuch') || content.includes('total');
  const only = content.every((one) => ['howmuch', 'total'].includes(one));
  const isInvoice = concepts.has('invoice') || concepts.has('_invoice') || concepts.has('_number');
  return isAmount && only && isInvoice && HAVE_AN_INVOICE.has(last) ? 'show_invoice' : null;
}

function aspectOf(content: readonly string[], last: Intent, segment: Segment, focus: Focus): Intent | null {
  const aspects = ASPECTS[last]?.split(' ');
  const names =
    segment.entities.amounts.length > 0 ||
    segment.entities.invoices.length > 0 ||
    segment.entities.text !== undefined;
  const leans = segment.concepts.has('pronoun') || segment.concepts.has('also') || segment.words.length <= 5;
  if (!aspects || names || content.length === 0 || !leans || !content.every((one) => aspects.includes(one)))
    return null;
  if (content.includes('whichinvoice')) return last;
  if (content.includes('when')) return whenOf(last, focus);
  if (content.includes('who')) return WHO[last] ?? last;
  if (content.includes('howmuch')) return HOWMUCH[last] ?? last;
  return content.includes('why') ? (WHY[last] ?? last) : last;
}

/** What is asked by a message that says nothing understandable by itself, but leans on what was said ("what was it for?"). */
export function leaningOn(segment: Segment, focus: Focus): Intent | null {
  const last = focus.intent;
  if (last === undefined || isTalk(last)) return null;
  const { concepts, words } = segment;
  const asks = ['what', 'why', 'when', 'where', 'who', 'howmuch', 'howmany', 'explain', 'show'].some((one) =>
    concepts.has(one),
  );
  const leans = concepts.has('pronoun') || concepts.has('also') || concepts.has('other');
  if (words.length > 14 || !(leans || (asks && words.length <= 5))) return null;
  if (concepts.has('when')) return whenOf(last, focus);
  if (concepts.has('who')) return WHO[last] ?? last;
  return last;
}

function forReference(segment: Segment, last: Intent, asksShow: boolean): Intent | null {
  const { entities, concepts } = segment;
  if (entities.amounts.length > 0 || (entities.text !== undefined && entities.meter === undefined))
    return 'find_line';
  const explicit = concepts.has('invoice') && (asksShow || (concepts.has('what') && !concepts.has('also')));
  const takes = INTENT_TABLE[last].takes;
  if (entities.meter !== undefined) return ['usage', 'projection', 'overage'].includes(last) ? last : 'usage';
  const asksContent =
    (concepts.has('what') || concepts.has('howmuch')) &&
    !/\b(?:what|how) about\b/.test(segment.words.join(' '));
  if ((last === 'compare' || last === 'why_changed') && asksContent && !concepts.has('why'))
    return 'show_invoice';
  if (explicit || takes === 'none') return 'show_invoice';
  if (last === 'list_invoices' && entities.shift !== 0 && segment.words.some((word) => ONE_OF_THEM.has(word)))
    return 'show_invoice';
  if (takes === 'period' && entities.invoices.length > 0) return 'show_invoice';
  if (asksShow && takes === 'invoice') return 'show_invoice';
  return last;
}

function forQuestionWord(
  content: readonly string[],
  last: Intent,
  segment: Segment,
  focus: Focus,
): Intent | null {
  const only = (...allowed: string[]) =>
    content.length > 0 && content.every((concept) => allowed.includes(concept));
  if (only('why', 'higher', 'lower', 'change', 'angry') && content.includes('why')) {
    if (content.length === 1 || !isMoney(last)) return WHY[last] ?? last;
    return null;
  }
  if (only('when', 'next', 'due', 'howmuch') && content.includes('when')) return whenOf(last, focus);
  if (only('total', 'howmuch', 'howmany', 'payment') && content.includes('total')) return TOTAL[last] ?? last;
  if (only('howmuch', 'average')) return HOWMUCH[last] ?? last;
  if (only('who') || (only('who', 'change', 'why') && content.includes('who'))) return WHO[last] ?? last;
  if (only('howmany', 'where', 'status', 'list', 'why')) return last;
  const isShort = segment.words.length <= 6;
  const isBare = segment.concepts.has('yes') || segment.concepts.has('show') || segment.concepts.has('line');
  return isShort && content.length === 0 && isBare ? last : null;
}
