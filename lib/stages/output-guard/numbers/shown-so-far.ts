import 'server-only';
import type { Shown } from '../hold-words.ts';
import { NUMBER_CONTEXT } from '../policy.ts';
import { asRead, type Atom } from './atom.ts';

export type ShownSoFar = {
  show: (atom: Atom) => void;
  /** `end`: the last character, where it is known. */
  showWords: (words: string, end?: string) => void;
  showPlaceholder: (placeholder: string) => void;
  /** The end of what was shown since the last placeholder, and of what is shown next, as a reader sees it. */
  endAsRead: (next?: string) => string;
  /** The last characters as they were shown. */
  end: () => string;
};

/** What makes a link or a definition of our placeholder before it, and what makes one of it after it. */
const NEEDS_SPACE = /^[([:]/;
const WOULD_JOIN = /[!\\\]<]$/;
const LINK_TARGET = /\]\([^()]*\)/g;
/** So many characters of what was shown are read for the words before a number: markup takes some of them. */
const KEPT = 2 * NUMBER_CONTEXT;
const END = 4;
const PIECES_MAX = 4 * KEPT;

/** Shows text, remembers its end and keeps placeholders apart from what they could join with. */
export function shownSoFar(shown: Shown): ShownSoFar {
  // Pieces of one character or more: put together only where a number needs them.
  let pieces: string[] = [];
  let last = '';

  function note(raw: string, end = raw.charAt(raw.length - 1)): void {
    if (last === ']' && NEEDS_SPACE.test(raw)) shown.show(' ');
    last = end;
    if (pieces.length >= PIECES_MAX) pieces = pieces.slice(-KEPT);
    pieces.push(raw);
  }
  function show(atom: Atom): void {
    note(atom.raw);
    if (atom.isBoundary) pieces = [];
    shown.show(atom.raw);
  }
  function showPlaceholder(placeholder: string): void {
    if (WOULD_JOIN.test(last)) shown.show(' ');
    last = ']';
    pieces = [];
    shown.show(placeholder);
  }
  function showWords(words: string, end?: string): void {
    note(words, end);
    shown.showWords(words);
  }
  function lastOf(length: number): string {
    let text = '';
    for (let at = pieces.length - 1; at >= 0 && text.length < length; at -= 1) text = `${pieces[at]}${text}`;
    return text.slice(-length);
  }
  const endAsRead = (next = ''): string =>
    asRead(`${lastOf(KEPT)}${next}`.slice(-KEPT).replace(LINK_TARGET, ']')).slice(-NUMBER_CONTEXT);
  return { show, showWords, showPlaceholder, endAsRead, end: () => lastOf(END) };
}
