import 'server-only';
import { fault } from '#faults';
import type { Shown } from '../hold-words.ts';
import { holdRows } from './hold-rows.ts';
import { ownNumbers } from './own-numbers.ts';
import { shownSoFar } from './shown-so-far.ts';
import { takeWords } from './take-words.ts';

export type NumberHold = Shown & {
  end: () => void;
  isIdle: () => boolean;
  /** Shows words without digits that could be a number of a person; `end` is their last character. */
  showHarmless: (words: string, end: string) => void;
  /** The last characters that were shown. */
  shownEnd: () => string;
  /** Whether a complete row of digits is no number that must be removed; `before` stands between it and what was shown. */
  isHarmlessRow: (before: string, row: string, after: string) => boolean;
};
/** Numbers that may be shown however they are written: the viewer's own and published ones. */
export type Numbers = { readonly numbers: readonly string[] };

/** Lets decided words go, but for rows of digits: a number may be written in several words. */
export function holdNumbers(context: Numbers, shown: Shown): NumberHold {
  if (fault('numbers-shown') || fault('no-hold-back')) {
    const { showWords } = shown;
    return {
      ...shown,
      end: () => undefined,
      isIdle: () => true,
      showHarmless: showWords,
      shownEnd: () => '',
      isHarmlessRow: () => true,
    };
  }
  const soFar = shownSoFar(shown);
  const rows = holdRows(ownNumbers(context.numbers), soFar, shown.found);
  const words = takeWords(rows, soFar);
  function end(): void {
    words.end();
    rows.end();
  }
  return {
    ...shown,
    ...words,
    end,
    showHarmless: soFar.showWords,
    shownEnd: soFar.end,
    isHarmlessRow: rows.isHarmless,
  };
}
