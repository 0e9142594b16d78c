import 'server-only';
import type { Shown } from '../hold-words.ts';
import type { Atom } from './atom.ts';

export type ShownSoFar = {
  show: (atom: Atom) => void;
  showWords: (words: string) => void;
  showPlaceholder: (placeholder: string) => void;
  /** The last so many characters that were shown, as a reader sees them, since the last placeholder. */
  text: (length?: number) => string;
};

/** What makes a link or a definition of our placeholder before it, and what makes one of it after it. */
const NEEDS_SPACE = /^[([:]/;
const WOULD_JOIN = /[!\\\]<]$/;
const KEPT_MAX = 2_048;
const KEPT = 128;

/** Shows text, remembers its end and keeps placeholders apart from what they could join with. */
export function shownSoFar(shown: Shown): ShownSoFar {
  let text = '';
  let last = '';

  function note(raw: string, read: string): void {
    if (last === ']' && NEEDS_SPACE.test(raw)) shown.show(' ');
    last = raw.at(-1) ?? last;
    text += read;
    if (text.length > KEPT_MAX) text = text.slice(-KEPT);
  }
  function show(atom: Atom): void {
    note(atom.raw, atom.read);
    if (atom.isBoundary) text = '';
    shown.show(atom.raw);
  }
  function showPlaceholder(placeholder: string): void {
    if (WOULD_JOIN.test(last)) shown.show(' ');
    last = ']';
    text = '';
    shown.show(placeholder);
  }
  return {
    show,
    showWords(words) {
      note(words, words);
      shown.showWords(words);
    },
    showPlaceholder,
    text: (length = KEPT) => text.slice(-length),
  };
}
