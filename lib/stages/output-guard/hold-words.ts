import 'server-only';
import { fault } from '#faults';
import { isPlain } from './parts-of.ts';
import { type Found, isMark, type Pass, PIECE_START, type Sink } from './passes.ts';
import { WORD_KEEP, WORD_MAX } from './policy.ts';
import { mayHide } from './may-hide.ts';
import { findSpans, replaceSpans } from './redact-word.ts';
import type { TextWatch } from './watch-text.ts';

/** Scripts written without spaces: each character stands for itself, or an answer would be held to its end. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STOPS_SWALLOWING = /[\s[\]<>"`|]/;

/** Decided text: `upTo` counts the letters and digits of the answer through its end; `joins` when the next belongs to it. */
type Piece = { text: string; upTo: number; joins: boolean };

/** `hasRoom`: whether so many plain characters do as well in one run as one at a time. */
type WordPass = Pass & { hasRoom: (length: number) => boolean };

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

  function enqueue(text: string): void {
    const last = pieces.length > 0 ? pieces.at(-1) : undefined;
    if (last?.joins) Object.assign(last, { text: last.text + text, upTo: watch.taken, joins: isInPiece });
    else if (text === '') return;
    else if (!last && !isInPiece && watch.taken <= watch.decided) next(text);
    else pieces.push({ text, upTo: watch.taken, joins: isInPiece });
  }
  function release(): void {
    for (let [first] = pieces; first && !first.joins && first.upTo <= watch.decided; [first] = pieces) {
      pieces.shift();
      next(first.text);
    }
  }
  function redact(length: number): void {
    const spans = findSpans(word, allowedEmails).filter((span) => span.end <= length);
    for (const { rule } of spans) found(rule);
    enqueue(replaceSpans(word.slice(0, length), spans));
    word = word.slice(length);
  }
  function endWord(separator: string): void {
    if (mayHide(word)) redact(word.length);
    else enqueue(word);
    word = '';
    enqueue(separator);
  }
  function add(part: string): void {
    const length = part.length - 1;
    const last = part.charAt(length);
    if (last === ' ' || last === '\n') {
      word += part.slice(0, length);
      endWord(last);
    } else if (endsWord(word, part)) endWord(part);
    else word += part;
  }
  function shorten(): void {
    const cut = cutOf(word, allowedEmails);
    isSwallowing = cut.isInSpan;
    redact(cut.length);
  }
  function take(part: string): void {
    if (isMark(part)) {
      isInPiece = part === PIECE_START;
      return;
    }
    if (isSwallowing) {
      if (!STOPS_SWALLOWING.test(part)) return;
      isSwallowing = false;
      if (part === '[') enqueue(' ');
    }
    add(part);
    if (word.length >= WORD_MAX) shorten();
    if (pieces.length > 0) release();
  }
  function end(): void {
    redact(word.length);
    for (const { text } of pieces.splice(0)) next(text);
  }

  return { take, end, hasRoom: (length) => !isSwallowing && word.length + length < WORD_MAX };
}

/** What the fault `no-hold-back` makes of it: every character goes as it comes. */
function letGo(next: Sink): WordPass {
  const take = (part: string): void => (isMark(part) ? undefined : next(part));
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
