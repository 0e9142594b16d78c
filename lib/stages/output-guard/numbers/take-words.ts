import 'server-only';
import { type Atom, atomsOf } from './atom.ts';

type Sinks = {
  take: (atom: Atom) => void;
  isIdle: () => boolean;
  showWords: (words: string) => void;
};

/** Brackets are read as a reader sees them. */
const DIGIT_OR_BRACKET = /[0-9[]/;
const LAST_WORD = /[^ \n]*$/;

/** Cuts what comes into atoms. Words without a digit go together while no row is held. */
export function takeWords({ take, isIdle, showWords }: Sinks): {
  show: (piece: string) => void;
  showWords: (words: string) => void;
} {
  function showRun(run: string): void {
    let rest = run;
    while (rest !== '') {
      const digit = isIdle() ? rest.search(DIGIT_OR_BRACKET) : 0;
      if (digit < 0) return showWords(rest);
      const begins = digit === 0 ? 0 : rest.slice(0, digit).search(LAST_WORD);
      if (begins > 0) showWords(rest.slice(0, begins));
      rest = takeWord(rest.slice(begins));
    }
  }
  /** Takes one word, or one white space, and answers what follows. */
  function takeWord(run: string): string {
    const space = run.search(/[ \n]/);
    const end = space < 0 ? run.length : Math.max(1, space);
    atomsOf(run.slice(0, end)).forEach(take);
    return run.slice(end);
  }
  return { show: (piece) => atomsOf(piece).forEach(take), showWords: showRun };
}
