import 'server-only';
import { INTENT_TABLE, type Intent, MAX_TASKS, SURE } from '../intents/policy.ts';
import type { Reading } from '../intents/score.ts';
import type { Language } from '../types.ts';
import { words as wordsOf } from '../normalise.ts';
import { questionsIn } from './find-questions.ts';
import { readSegment, type Segment } from './read-segment.ts';
import { piecesOf, sentencesOf } from './split-message.ts';

export type Picked = Reading & { segment: Segment };

/** A piece must be at least this sure to count as a question of its own. */
const STRONG = 6.9;
/** "Show me the October invoice" is a question of its own, "my latest invoice" is not. */
const ASKED_OUTRIGHT = 7.1;
/** "What did your invoice come to?" is asked outright where a story leads to it. */
const PLAIN = 6;
/** Words from which on a sentence is looked through for the question it comes to. */
const LONG = 15;
const VAGUE = new Set(
  'pronoun asks filler want howmuch howmany what when why who where me you still also show explain didverb good'.split(
    ' ',
  ),
);
/** The first already answers the second. */
const ABSORBS: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  why_changed: ['compare', 'plan_history'],
  owe: ['due_date', 'overdue'],
  overdue: ['due_date'],
  next_payment: ['due_date', 'plan_price', 'renewal'],
  failed_payment: ['payment_status', 'payment_method', 'overcharged'],
  refunds: ['payment_status'],
  duplicates: ['overcharged', 'payment_status'],
  seats: ['plan_price', 'addons'],
  plan: ['plan_price'],
  spend: ['average'],
  find_line: [
    'overcharged',
    'plan_price',
    'addons',
    'seats',
    'spend',
    'plan_history',
    'payment_status',
    'usage',
    'next_payment',
  ],
  bot: ['person'],
  cancel: ['person'],
  overage: ['projection', 'usage'],
  projection: ['usage'],
  change_seats: ['seats', 'plan_price'],
  change_plan: ['plan', 'plan_price', 'plan_history'],
  change_details: ['details', 'payment_method'],
  privacy: ['bot', 'person'],
  details: ['list_invoices'],
  void_invoice: ['renewal', 'payment_status', 'pay_now', 'owe', 'cancel'],
  tax: ['plan_price', 'payment_status'],
  discounts: ['plan_price'],
  request_refund: ['refunds'],
  pay_now: ['due_date'],
};

/** Said in passing: gives way to anything else that is asked. */
function isWeak({ intent, score }: Picked): boolean {
  return INTENT_TABLE[intent].weak && score < ASKED_OUTRIGHT;
}

function top(segment: Segment): Picked | null {
  const first = segment.readings[0];
  return first && first.score >= SURE ? { ...first, segment } : null;
}

/** The questions of a message, in its order: at most three, the weak ones only where nothing stronger is asked. */
export function pickSegments(text: string, language: Language, today: string): Picked[] {
  const read = (raw: string) => readSegment(raw, language, today);
  const whole = top(read(text));
  const isLong = wordsOf(text).length > LONG;
  const all = sentencesOf(text).flatMap((sentence) => ofSentence(sentence, language, read));
  // "It ended, didn't it? When?": the second sentence asks of the first.
  const clear = all.filter(({ segment }) => segment.words.length > 2 || !isVague(segment));
  const found = clear.length > 0 ? clear : all;
  const strong = unabsorbed(distinct(found.filter((one) => !isWeak(one))));
  const most = Math.max(0, ...strong.map((one) => one.score));
  if (whole && !isWeak(whole) && strong.length <= (isLong ? 0 : 1) && whole.score > most + 0.9)
    return [whole];
  if (strong.length > 0) return withWhole(strong, whole).slice(0, MAX_TASKS);
  const weak = [...found, ...(whole ? [whole] : [])].toSorted((a, b) => b.score - a.score);
  return weak.slice(0, 1);
}

function ofSentence(sentence: string, language: Language, read: (raw: string) => Segment): Picked[] {
  const asked = wordsOf(sentence).length > LONG ? askedIn(sentence, language, read) : [];
  if (asked.length > 0) return asked;
  const whole = top(read(sentence));
  const pieces = piecesOf(sentence);
  if (pieces.length < 2) return whole ? [whole] : [];
  const parts = pieces
    .map((piece) => top(read(piece)))
    .filter((one): one is Picked => one !== null && one.score >= STRONG);
  const apart = unabsorbed(distinct(parts.filter((one) => !isWeak(one))));
  if (apart.length >= 2) return apart;
  return whole ? [whole] : apart;
}

/** The questions of a sentence that tells a story first: each as it stands, or with the thought that leads to it. */
function askedIn(sentence: string, language: Language, read: (raw: string) => Segment): Picked[] {
  const questions = questionsIn(sentence, language).map(({ alone, upToHere, wider }) => ({
    own: isVague(read(alone)) ? ofContext(wider[0] ?? '', upToHere, read) : strongOf(alone, read),
    wider: wider.map((text) => strongOf(text, read)),
  }));
  const apart = unabsorbed(distinct(questions.flatMap(({ own }) => own ?? [])));
  if (apart.length > 0) return apart;
  return questions.flatMap((question) => question.wider.find((one) => one !== null) ?? []).slice(-1);
}

/** What "it" is: in the thought before, unless that leans on one before it. */
function ofContext(near: string, upToHere: string, read: (raw: string) => Segment): Picked | null {
  const own = /^\W*(?:and |but )?(?:it|they|that|this|he|she)\b/iu.test(near) ? null : strongOf(near, read);
  return own ?? strongOf(upToHere, read);
}

/** "How much is it?": what "it" is stands elsewhere. */
function isVague({ concepts }: Segment): boolean {
  return [...concepts].every((concept) => VAGUE.has(concept));
}

function strongOf(text: string, read: (raw: string) => Segment): Picked | null {
  const first = top(read(text));
  return first && (isWeak(first) ? first.score >= PLAIN : first.score >= STRONG) ? first : null;
}

/** One question keeps everything the message names, wherever in the message it stands. */
function withWhole(picked: Picked[], whole: Picked | null): Picked[] {
  const [only] = picked;
  return picked.length === 1 && only && whole
    ? [{ ...only, segment: merged(only.segment, whole.segment) }]
    : picked;
}

function merged(part: Segment, whole: Segment): Segment {
  const { entities } = part;
  const hasOwn = entities.invoices.length > 0 || entities.periods.length > 0 || entities.shift !== 0;
  return {
    ...whole,
    concepts: new Set([...part.concepts, ...whole.concepts]),
    entities: hasOwn
      ? { ...whole.entities, invoices: entities.invoices, periods: entities.periods, shift: entities.shift }
      : whole.entities,
  };
}

function distinct(picked: Picked[]): Picked[] {
  return picked.filter((one, at) => picked.findIndex((other) => other.intent === one.intent) === at);
}

function unabsorbed(picked: Picked[]): Picked[] {
  return picked.filter((one) => !picked.some((other) => ABSORBS[other.intent]?.includes(one.intent)));
}
