import 'server-only';
import type { MatchRange } from '#lib/contract/search.ts';
import { SNIPPET_BEFORE, SNIPPET_CHARACTERS } from '../policy.ts';
import { hasWords } from './fold.ts';
import { mark } from './mark.ts';

/** The part of a message around the first word found, on one line, and where the words stand in it. */
export function snippetOf(
  message: string,
  role: 'user' | 'assistant',
  words: readonly string[],
): { snippet: string; ranges: MatchRange[] } {
  const plain = onOneLine(role === 'assistant' ? withoutMarks(message) : message);
  // A word may stand in an address that is not shown: then the text as it is.
  const text = hasWords(plain, words) ? plain : onOneLine(message);
  const [first] = mark(text, words);
  const from = startNear(text, Math.max(0, (first?.start ?? 0) - SNIPPET_BEFORE));
  const to = endNear(text, Math.min(text.length, from + SNIPPET_CHARACTERS));
  const snippet = `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
  return { snippet, ranges: mark(snippet, words) };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** An answer without its Markdown: links by their words, no signs of emphasis, tables or headings. */
function withoutMarks(text: string): string {
  return text
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*>])\s+/gm, '')
    .replace(/\|?(?:\s*:?-{3,}:?\s*\|)+/g, ' ')
    .replace(/\*\*|`/g, '')
    .replace(/\s*\|\s*/g, ' · ');
}

const WORD_CHARACTERS = 12;

/** The begin of a word near a place, where there is one; never inside a character. */
function startNear(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  if (space !== -1 && space - at <= WORD_CHARACTERS) return space + 1;
  return isInside(text, at) ? at - 1 : at;
}

function endNear(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  if (space !== -1 && at - space <= WORD_CHARACTERS) return space;
  return isInside(text, at) ? at - 1 : at;
}

function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc_00 && code <= 0xdf_ff;
}
