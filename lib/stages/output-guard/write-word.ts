import 'server-only';
import { mayHide } from './may-hide.ts';
import { isPlain } from './parts-of.ts';
import type { Found } from './passes.ts';
import { WORD_KEEP, WORD_MAX } from './policy.ts';
import { type Addresses, findSpans, replaceSpans } from './redact-word.ts';

/** Scripts written without spaces: each character stands for itself, or an answer would be held to its end. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STOPS_SWALLOWING = /[\s[\]<>"`|]/;

/** `space`: the white space that ends the word. */
type WordSink = (text: string, space: string) => void;
export type WrittenWord = {
  /** Takes a part of one word, and the white space after it where that ends it. */
  add: WordSink;
  /** Whether so many characters may be added at once. */
  hasRoom: (length: number) => boolean;
  soFar: () => string;
  /** Begins another word: this one was dealt with. */
  begin: () => void;
  end: () => void;
};

/** The word being written. Once it is complete, or too long, what must not be shown in it is replaced. */
export function writeWord(addresses: Addresses, decided: WordSink, found: Found): WrittenWord {
  let word = '';
  let isSwallowing = false;

  function redact(length: number, space: string): void {
    const spans = findSpans(word, addresses).filter((span) => span.end <= length);
    for (const { rule, value } of spans) if (value === undefined) found(rule);
    decided(replaceSpans(word.slice(0, length), spans), space);
    word = word.slice(length);
  }
  function endWord(space: string): void {
    if (mayHide(word, '')) redact(word.length, space);
    else decided(word, space);
    word = '';
  }
  function add(part: string, space: string): void {
    if (isSwallowing) {
      if (space === '' && !STOPS_SWALLOWING.test(part)) return;
      isSwallowing = false;
      if (part === '[') decided(' ', '');
    }
    if (endsWord(word, part)) endWord(part);
    else word += part;
    if (space !== '') endWord(space);
    if (word.length < WORD_MAX) return;
    const cut = cutOf(word, addresses);
    isSwallowing = cut.isInSpan;
    redact(cut.length, '');
  }
  return {
    add,
    hasRoom: (length) => !isSwallowing && word.length + length < WORD_MAX,
    soFar: () => word,
    begin: () => void (word = ''),
    end: () => redact(word.length, ''),
  };
}

/** White space ends a word, and so does each character of a script without spaces, outside addresses. */
function endsWord(word: string, part: string): boolean {
  const code = part.charCodeAt(0);
  if ((code > 0x20 && code < 0x80) || isPlain(part)) return false;
  return /\s/.test(part) || (UNSPACED.test(part) && !/[@:]/.test(word));
}

/** A very long word goes in parts; its last characters stay, because an address may begin in them. */
function cutOf(word: string, addresses: Addresses): { length: number; isInSpan: boolean } {
  const length = word.length - WORD_KEEP;
  const across = findSpans(word, addresses).find((span) => span.start < length && span.end > length);
  return { length: across?.end ?? length, isInSpan: across?.end === word.length };
}
