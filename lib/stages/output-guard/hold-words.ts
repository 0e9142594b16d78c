import 'server-only';
import { fault } from '#faults';
import { isPlain } from './parts-of.ts';
import { type Found, isMark, PIECE_START, type Sink } from './passes.ts';
import { WORD_KEEP, WORD_MAX } from './policy.ts';
import { mayHide } from './may-hide.ts';
import { findSpans, replaceSpans } from './redact-word.ts';
import type { TextWatch } from './watch-text.ts';

/** Scripts written without spaces: each character stands for itself, or an answer would be held to its end. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STOPS_SWALLOWING = /[\s[\]<>"`|]/;

/**
 * Decided text and the white space that ended it. `upTo` counts the letters and digits of the answer through its end;
 * `joins` when the next belongs to it.
 */
type Piece = { text: string; space: string; upTo: number; joins: boolean };

/** `space` ends a word. `hasRoom`: whether so many characters may be taken at once. */
export type WordPass = {
  take: (part: string, space: string) => void;
  hasRoom: (length: number) => boolean;
  end: () => void;
};

/**
 * Lets text go one decided word at a time. Held back are: the word being written, every word in which something
 * watched for may still begin, and pieces that are not complete.
 */
export function holdWords(
  allowedEmails: ReadonlySet<string>,
  watch: TextWatch,
  next: Sink,
  found: Found,
): WordPass {
  if (fault('no-hold-back')) return letGo(next);
  const pieces: Piece[] = [];
  let word = '';
  let isInPiece = false;
  let isSwallowing = false;

  function enqueue(text: string, space: string): void {
    const last = pieces.length > 0 ? pieces[pieces.length - 1] : undefined;
    if (last?.joins) {
      Object.assign(last, { text: last.text + text, upTo: watch.taken, joins: isInPiece });
      if (space !== '') enqueue(space, '');
    } else if (isInPiece) hold(text + space, '');
    else if (last || watch.taken > watch.decided) hold(text, space);
    else show(text, space);
  }
  function hold(text: string, space: string): void {
    if (text !== '' || space !== '') pieces.push({ text, space, upTo: watch.taken, joins: isInPiece });
  }
  function show(text: string, space: string): void {
    if (text !== '') next(text);
    if (space !== '') next(space);
  }
  function release(): void {
    let first = pieces[0];
    while (first && !first.joins && first.upTo <= watch.decided) {
      pieces.shift();
      show(first.text, first.space);
      first = pieces[0];
    }
  }
  function redact(length: number, space: string): void {
    const spans = findSpans(word, allowedEmails).filter((span) => span.end <= length);
    for (const { rule } of spans) found(rule);
    enqueue(replaceSpans(word.slice(0, length), spans), space);
    word = word.slice(length);
  }
  function endWord(space: string): void {
    if (mayHide(word)) redact(word.length, space);
    else enqueue(word, space);
    word = '';
  }
  function shorten(): void {
    const cut = cutOf(word, allowedEmails);
    isSwallowing = cut.isInSpan;
    redact(cut.length, '');
  }
  function take(part: string, space: string): void {
    if (isMark(part)) {
      isInPiece = part === PIECE_START;
      return;
    }
    if (isSwallowing) {
      if (space === '' && !STOPS_SWALLOWING.test(part)) return;
      isSwallowing = false;
      if (part === '[') enqueue(' ', '');
    }
    if (endsWord(word, part)) endWord(part);
    else word += part;
    if (space !== '') endWord(space);
    if (word.length >= WORD_MAX) shorten();
    if (pieces.length > 0) release();
  }
  function end(): void {
    redact(word.length, '');
    for (const { text, space } of pieces.splice(0)) show(text, space);
  }

  return { take, end, hasRoom: (length) => !isSwallowing && word.length + length < WORD_MAX };
}

/** What the fault `no-hold-back` makes of it: every character goes as it comes. */
function letGo(next: Sink): WordPass {
  const take = (part: string, space: string): void => {
    if (!isMark(part)) next(part + space);
  };
  return { take, end: () => undefined, hasRoom: () => true };
}

/** White space ends a word, and so does each character of a script without spaces, outside addresses. */
function endsWord(word: string, part: string): boolean {
  const code = part.charCodeAt(0);
  if ((code > 0x20 && code < 0x80) || isPlain(part)) return false;
  return /\s/.test(part) || (UNSPACED.test(part) && !/[@:]/.test(word));
}

/** A very long word goes in parts; its last characters stay, because an address may begin in them. */
function cutOf(word: string, allowedEmails: ReadonlySet<string>): { length: number; isInSpan: boolean } {
  const length = word.length - WORD_KEEP;
  const across = findSpans(word, allowedEmails).find((span) => span.start < length && span.end > length);
  return { length: across?.end ?? length, isInSpan: across?.end === word.length };
}
