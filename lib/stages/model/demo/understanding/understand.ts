import 'server-only';
import { spellSigns } from '../chat-spelling.ts';
import { countKnown } from '../concepts.ts';
import { INTENT_TABLE, MAX_TASKS, SURE } from '../intents/policy.ts';
import { nearIntents } from '../intents/score.ts';
import { detectLanguage } from '../language.ts';
import { words as wordsOf } from '../normalise.ts';
import { type Focus, type Language, LANGUAGES, type Task } from '../types.ts';
import { afterCourtesy } from './after-courtesy.ts';
import { buildTask } from './build-task.ts';
import { followUp, leaningOn } from './follow-up.ts';
import { pickSegments } from './pick-segments.ts';
import { readSegment } from './read-segment.ts';
import { piecesOf, sentencesOf } from './split-message.ts';

/** "Number?", "and by mail?" after a person was asked for. */
const WAY_TO_A_PERSON =
  /^(?:\w+ ){0,4}?(?:(?:tele)?phone|number|call|ring|e ?mail|mail|address|write|telefon\w*|nummer|rufnummer|mailadresse|anrufen|schreiben|telefono|numero|correo|llamar|telephone|adresse|appeler|courriel)(?: (?:\w+ )?\w+)?$/;
/** Longer messages are read sentence by sentence. */
const LONGEST_BOTH = 14;
/** So sure a rule is of a piece that asks for itself. */
const OWN_QUESTION = 7;

export type Understood = {
  language: Language;
  /** Empty when the message was not understood. */
  tasks: Task[];
  /** No rule spoke: the tasks are what the examples suggest. */
  isGuess?: true;
  /** For a message that was not understood: what may have been meant, nearest first. */
  near: ReturnType<typeof nearIntents>;
};

/** What a message asks, given the conversation so far. `today` anchors relative dates. */
export function understand(typed: string, focus: Focus, today: string): Understood {
  const said = withoutShouting(spellSigns(typed));
  const language = detectLanguage(said) ?? focus.language ?? likeliest(said);
  const text = focus.intent === undefined && !focus.person ? said : afterCourtesy(said);
  const whole = readSegment(text, language, today);
  const best = whole.readings[0];
  const near = nearIntents(whole.concepts);
  if (focus.person && WAY_TO_A_PERSON.test(whole.words.join(' ')))
    return { language, tasks: [buildTask('person', whole, focus, true, today)], near };
  const both = bothIn(text, language, focus, today);
  if (both) return { language, tasks: both, near };
  const follow = followUp(whole, focus, best && best.score >= SURE ? best : undefined);
  if (follow) return { language, tasks: [buildTask(follow, whole, focus, true, today)], near };
  const picked = pickSegments(text, language, today);
  const leaning = picked.every(({ isGuess }) => isGuess) ? leaningOn(whole, focus) : null;
  if (leaning) return { language, tasks: [buildTask(leaning, whole, focus, true, today)], near };
  return {
    language,
    tasks: picked.map(({ intent, segment }) => buildTask(intent, segment, focus, false, today)),
    ...(picked.length > 0 && picked.every(({ isGuess }) => isGuess) ? { isGuess: true } : {}),
    near,
  };
}

/** "WHERE. IS. MY. REFUND." is one sentence. */
function withoutShouting(text: string): string {
  return /^\s*(?:\p{L}+[.!]+\s*){3,}$/u.test(text) ? text.replace(/[.!]+(?=\s*\p{L})/gu, ' ') : text;
}

/** Two short follow-ups in one message: "and the rate, and our own number?". */
function bothIn(text: string, language: Language, focus: Focus, today: string): Task[] | null {
  const pieces = sentencesOf(text)
    .flatMap(piecesOf)
    .filter((piece) => wordsOf(piece).length > 1);
  if (focus.intent === undefined || pieces.length < 2 || wordsOf(text).length > LONGEST_BOTH) return null;
  const tasks = pieces.flatMap((piece) => {
    const segment = readSegment(piece, language, today);
    const [own] = segment.readings;
    const intent =
      followUp(segment, focus, own && own.score >= SURE ? own : undefined) ??
      (own && own.score >= OWN_QUESTION && !own.isGuess ? own.intent : undefined);
    return intent && !INTENT_TABLE[intent].weak ? [buildTask(intent, segment, focus, true, today)] : [];
  });
  const isTwo =
    tasks.length === pieces.length && new Set(tasks.map(({ intent }) => intent)).size === tasks.length;
  return isTwo && tasks.length <= MAX_TASKS ? tasks : null;
}

/** What the conversation is about once `understood` has been answered with `answer`. */
export function nextFocus(focus: Focus, understood: Understood, answer: string): Focus {
  const last = understood.tasks.at(-1);
  const base: Focus = { ...focus, language: understood.language };
  if (last?.intent === 'person') return { ...base, person: true };
  if (!last || ['thanks', 'hello', 'bot', 'bye'].includes(last.intent)) return base;
  const shown =
    /\/invoices\/(20\d\d-\d{1,6})/.exec(answer)?.[1] ?? /(?<!\d)(20\d\d-\d{3,6})(?!\d)/.exec(answer)?.[1];
  // Of a request that is about one invoice, that one stays in mind, whichever others its answer names.
  const isNamed = last.invoice !== undefined && INTENT_TABLE[last.intent].takes === 'none';
  const invoice =
    shown && !isNamed
      ? ({ kind: 'number', number: shown, back: 0 } as const)
      : (last.invoice ?? focus.invoice);
  const next: Focus = { language: understood.language, intent: last.intent };
  if (invoice) next.invoice = invoice;
  if (last.period) next.period = last.period;
  if (last.count !== undefined) next.count = last.count;
  if (last.text !== undefined) next.text = last.text;
  if (last.amounts.length > 0) next.amounts = last.amounts;
  if (last.meter !== undefined) next.meter = last.meter;
  return next;
}

function likeliest(text: string): Language {
  const known = countKnown(wordsOf(text));
  return LANGUAGES.toSorted((a, b) => known[b] - known[a])[0] ?? 'en';
}
