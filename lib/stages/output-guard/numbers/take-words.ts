import 'server-only';
import { atomsOf } from './atom.ts';
import type { HeldRows } from './hold-rows.ts';
import { scanRun } from './scan-run.ts';
import type { ShownSoFar } from './shown-so-far.ts';

export type TakenWords = {
  show: (piece: string) => void;
  showWords: (words: string) => void;
  end: () => void;
  isIdle: () => boolean;
};

const DIGIT_OR_BRACKET = /[0-9[]/;

/**
 * Lets words go together as long as their digits are harmless, and hands on the others to be looked at closely. Rows that
 * may go on are held back.
 */
export function takeWords({ take, isIdle }: HeldRows, soFar: ShownSoFar): TakenWords {
  let open = '';

  function showRun(run: string): void {
    let rest = open + run;
    open = '';
    while (rest !== '') {
      const scan = isIdle() ? scanRun(rest, soFar.end) : { at: 0, isOpen: false };
      if (!scan) return soFar.showWords(rest);
      if (scan.at > 0) soFar.showWords(rest.slice(0, scan.at));
      rest = rest.slice(scan.at);
      if (scan.isOpen) {
        open = rest;
        return;
      }
      rest = takeWord(rest);
    }
  }
  /** Takes one word, or one white space, and answers what follows. */
  function takeWord(run: string): string {
    const space = run.search(/[ \n]/);
    const end = space < 0 ? run.length : Math.max(1, space);
    atomsOf(run.slice(0, end)).forEach(take);
    return run.slice(end);
  }
  function takeOpen(): void {
    let rest = open;
    open = '';
    while (rest !== '') rest = takeWord(rest);
  }
  /** Words of plain characters: most runs have no digit. */
  function showWords(run: string): void {
    if (open === '' && isIdle() && !DIGIT_OR_BRACKET.test(run)) soFar.showWords(run);
    else showRun(run);
  }
  function show(piece: string): void {
    // What stands in brackets may have spaces, and goes as a whole.
    if (!piece.includes('[')) return showRun(piece);
    takeOpen();
    atomsOf(piece).forEach(take);
  }
  return { show, showWords, end: takeOpen, isIdle: () => open === '' && isIdle() };
}
