import 'server-only';
import type { Shown } from '../hold-words.ts';
import { NUMBER_CONTEXT } from '../policy.ts';
import { asRead, type Atom } from './atom.ts';

export type ShownSoFar = {
  show: (atom: Atom) => void;
  showWords: (words: string) => void;
  showPlaceholder: (placeholder: string) => void;
  /** The end of what was shown since the last placeholder, as a reader sees it. */
  endAsRead: () => string;
  /** The last characters as they were shown. */
  end: () => string;
};

/** What makes a link or a definition of our placeholder before it, and what makes one of it after it. */
const NEEDS_SPACE = /^[([:]/;
const WOULD_JOIN = /[!\\\]<]$/;
const LINK_TARGET = /\]\([^()]*\)/g;
/** So many characters of what was shown are kept at least, and twice as many read for the words before a number. */
const KEPT = 2 * NUMBER_CONTEXT;
const END = 4;
const KEPT_MAX = 8 * KEPT;

/** Shows text, remembers its end and keeps placeholders apart from what they could join with. */
export function shownSoFar(shown: Shown): ShownSoFar {
  let text = '';
  let last = '';

  function note(raw: string): void {
    if (last === ']' && NEEDS_SPACE.test(raw)) shown.show(' ');
    last = raw.charAt(raw.length - 1);
    text = (text.length > KEPT_MAX ? text.slice(-KEPT) : text) + raw;
  }
  function show(atom: Atom): void {
    note(atom.raw);
    if (atom.isBoundary) text = '';
    shown.show(atom.raw);
  }
  function showPlaceholder(placeholder: string): void {
    if (WOULD_JOIN.test(last)) shown.show(' ');
    last = ']';
    text = '';
    shown.show(placeholder);
  }
  function showWords(words: string): void {
    note(words);
    shown.showWords(words);
  }
  const endAsRead = (): string => asRead(text.slice(-KEPT).replace(LINK_TARGET, ']')).slice(-NUMBER_CONTEXT);
  return { show, showWords, showPlaceholder, endAsRead, end: () => text.slice(-END) };
}
