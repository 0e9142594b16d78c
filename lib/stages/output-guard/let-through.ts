import 'server-only';
import { glanceOver, mayPass } from './glance.ts';
import { type Glance, type Looked, moveOn, newGlance, openFrom } from './looked.ts';
import type { WordHold } from './hold-words.ts';
import type { NumberHold } from './numbers/hold-numbers.ts';
import { eachPart, isSpace } from './parts-of.ts';
import type { Pass, Sink } from './passes.ts';
import { type Addresses, findSpans } from './redact-word.ts';
import { countLetters, squashedCode } from './squash.ts';
import type { TextWatch } from './watch-text.ts';

/** Words that wait for longer than this are left to the passes. */
const WAITING_MAX = 160;
/** A word begun before is taken over when it is shorter. */
const BEGUN_MAX = 32;
/** Characters looked at before what is decided goes: what waits must stay within what the watch remembers. */
const STRETCH = 256;

export type LetThrough = {
  /** Takes what is harmless of a text, from an index on, and answers where the passes have to go on. */
  take: (text: string, from: number) => number;
  /** Leaves what waits to the passes. */
  close: () => void;
};
type Beside = {
  readonly addresses: Addresses;
  readonly watch: TextWatch;
  /** All passes, in order; `first` takes text in parts. */
  readonly passes: readonly Pass[];
  readonly first: Sink;
  readonly words: WordHold;
  readonly numbers: NumberHold;
  readonly isOver: () => boolean;
};

/** `waiting` was let through by nobody yet; the passes have taken the first `taken` of it. `shown` ends what was shown beside them. */
type Lane = Beside & {
  readonly isHarmless: (word: string) => boolean;
  glance: Glance;
  isOpen: boolean;
  waiting: string;
  taken: number;
  shown: string;
};

/**
 * Lets words through beside the passes, whole, while no pass waits for anything and nothing in them could be removed. It
 * shows no more than the passes would have shown by then; at the first character that may matter, they take what waits.
 */
export function letThrough(beside: Beside): LetThrough {
  const isHarmless = (word: string): boolean => findSpans(word, beside.addresses).length === 0;
  const closed = { glance: newGlance(), isOpen: false, waiting: '', taken: 0, shown: '' };
  const lane: Lane = { ...beside, ...closed, isHarmless };
  return { take: (text, from) => take(lane, text, from), close: () => close(lane, '') };
}

function take(lane: Lane, text: string, from: number): number {
  let at = from;
  while (
    at < text.length &&
    !lane.isOver() &&
    (lane.isOpen || (mayPass(text.charCodeAt(at)) && open(lane)))
  ) {
    const part = at === 0 && text.length <= STRETCH ? text : text.slice(0, at + STRETCH);
    const looked = lookedAt(lane, part, at);
    const end = glanceOver(lane.glance, looked);
    const match = lane.watch.takeStretch(part, at, end);
    if (match) {
      lane.waiting += part.slice(at, match.at);
      close(lane, part.slice(match.at, end));
    } else showDecided(lane, looked, end);
    at = end;
    if (end === part.length && lane.waiting.length <= WAITING_MAX) continue;
    close(lane, '');
    break;
  }
  return at;
}

function lookedAt({ waiting, numbers, isHarmless }: Lane, text: string, from: number): Looked {
  const { shownEnd, isHarmlessRow } = numbers;
  return { waiting, text, from, shownEnd, isHarmless, isHarmlessRow };
}

/** Whether no pass waits: the word that was begun is then looked at from its start. */
function open(lane: Lane): boolean {
  const begun = lane.words.soFar();
  if (begun.length > BEGUN_MAX || begun.includes('[') || !lane.numbers.isIdle()) return false;
  for (const pass of lane.passes) if (!pass.isIdle()) return false;
  lane.glance = newGlance();
  lane.waiting = '';
  lane.isOpen = glanceOver(lane.glance, lookedAt(lane, begun, 0)) === begun.length;
  if (lane.isOpen) lane.waiting = begun;
  lane.taken = begun.length;
  lane.shown = '';
  return lane.isOpen;
}

/** `rest` follows what waits, and was not taken by the watch. */
function close(lane: Lane, rest: string): void {
  if (!lane.isOpen) return;
  const { waiting, watch, passes, taken, shown } = lane;
  lane.isOpen = false;
  watch.rewind(countLetters(waiting));
  if (shown !== '') for (const pass of passes) pass.resume(shown);
  if (taken > 0) watch.takeStretch(waiting, 0, taken);
  eachPart(waiting.slice(taken) + rest, lane.first);
}

/** Shows the words before `to` in which nothing can begin any more. */
function showDecided(lane: Lane, looked: Looked, to: number): void {
  const { watch, glance } = lane;
  const { text, from, waiting } = looked;
  const ahead = waiting.length - from;
  const end = endOfDecided(looked, to, openFrom(glance), watch.taken - watch.decided);
  if (end === 0) {
    lane.waiting += text.slice(from, to);
    return;
  }
  if (lane.taken > 0) lane.words.begin();
  lane.taken = 0;
  const isWithin = end <= waiting.length;
  const decided = isWithin ? waiting.slice(0, end) : waiting + text.slice(from, end - ahead);
  lane.shown = isWithin ? waiting.charAt(end - 1) : text.charAt(end - ahead - 1);
  lane.waiting = isWithin ? waiting.slice(end) + text.slice(from, to) : text.slice(end - ahead, to);
  moveOn(glance, end);
  lane.numbers.showHarmless(decided, lane.shown);
}

/**
 * Where the last word ends, at most at `most`, after which there are so many letters before `to` that are not decided yet; in
 * positions from the start of what waits.
 */
function endOfDecided(looked: Looked, to: number, most: number, undecided: number): number {
  if (undecided <= 0) return most;
  const { waiting, text, from } = looked;
  const ahead = waiting.length - from;
  let letters = 0;
  for (let end = to + ahead; end > 0; end -= 1) {
    const code = end > waiting.length ? text.charCodeAt(end - ahead - 1) : waiting.charCodeAt(end - 1);
    if (letters >= undecided && end <= most && isSpace(code))
      return end === most ? end : beforeDigits(looked, end);
    if (squashedCode(code) !== 0) letters += 1;
  }
  return 0;
}

/** Where the first word begins that has a digit, of those that end before; a row of them may have been open there. */
function beforeDigits({ waiting, text, from }: Looked, end: number): number {
  const decided = waiting + text.slice(from, Math.max(from, end - waiting.length + from));
  const digit = decided.slice(0, end).search(/[0-9]/);
  if (digit < 0) return end;
  return Math.max(decided.lastIndexOf(' ', digit), decided.lastIndexOf('\n', digit)) + 1;
}
