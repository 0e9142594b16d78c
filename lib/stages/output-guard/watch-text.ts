import 'server-only';
import { fault } from '#faults';
import { mayKnow, printAfter } from './gram-sieve.ts';
import { canaryNeedles } from './match-canary.ts';
import { isGram, passageGrams } from './match-passages.ts';
import { MATCHED, needleAutomaton, stateAfter } from './needle-automaton.ts';
import { PASSAGE_GRAM, PASSAGE_MATCH } from './policy.ts';
import { countLetters, squash, squashedCode } from './squash.ts';

/** What was found, and where in the part it was completed. */
export type WatchMatch = { rule: 'canary' | 'passage'; at: number };
/** `taken` counts letters and digits; `decided`: how many from the start no match can include, up to a match. */
export type TextWatch = {
  readonly taken: number;
  readonly decided: number;
  take: (part: string) => WatchMatch | undefined;
  /** Takes a stretch of plain characters where it stands. */
  takeStretch: (text: string, from: number, to: number) => WatchMatch | undefined;
  /** Counts a part that no match can include, or go across. */
  pass: (part: string) => void;
  /** Goes back by so many letters, at most `REWIND_MAX`, to take them again. Those before were decided. */
  rewind: (letters: number) => void;
};
export type Watched = { readonly canary: string; readonly passages: readonly string[] };

/** No text has this code, so that no match goes on with it. */
const NO_LETTER = 0xffff;
/** Letters that are remembered, a power of two: those one may go back by, and a gram before them. */
const RECENT = 1_024;
export const REWIND_MAX = RECENT - PASSAGE_GRAM;

/** Watches an answer's letters and digits for the canary and for passages of the system text. */
export function watchText(context: Watched): TextWatch {
  const needles = fault('canary-not-watched') ? needleAutomaton([]) : canaryNeedles(context);
  const grams = passageGrams(fault('passages-not-watched') ? [] : context.passages);
  const { starts, answers } = needles;
  const recent = new Uint16Array(RECENT);
  let [fed, needle, print, run] = [0, 0, 0, 0];
  const watch = { taken: 0, decided: 0, take, takeStretch, pass, rewind };

  function takeStretch(text: string, from: number, to: number): WatchMatch | undefined {
    let [at, taken, decided] = [from, watch.taken, watch.decided];
    let match: WatchMatch['rule'] | undefined;
    for (; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const letter = squashedCode(code) ?? code;
      if (letter === 0) continue;
      recent[fed & (RECENT - 1)] = letter;
      print = printAfter(print, letter);
      const isKnown = mayKnow(grams.sieve, print) && isGram(grams, print, recent, fed - PASSAGE_GRAM + 1);
      run = isKnown ? run + 1 : 0;
      let open = isKnown ? run + PASSAGE_GRAM - 1 : 0;
      if (open >= PASSAGE_MATCH) match = 'passage';
      if (needle !== 0 || (letter < starts.length && starts[letter] !== 0)) {
        needle = stateAfter(needles, needle, letter);
        const inCanary = answers[needle] ?? 0;
        if (inCanary === MATCHED) match = 'canary';
        else if (inCanary > open) open = inCanary;
      }
      // What completes a match is not taken.
      if (match) break;
      fed += 1;
      taken += 1;
      // What was decided once stays so: a passage is recognised eight letters after it began.
      if (taken - open > decided) decided = taken - open;
    }
    watch.taken = taken;
    watch.decided = decided;
    return match && { rule: match, at };
  }
  function take(part: string): WatchMatch | undefined {
    // Only a character of its own is unknown to the table, never one in a run.
    if (squashedCode(part.charCodeAt(0)) !== undefined) return takeStretch(part, 0, part.length);
    const letters = squash(part);
    const match = takeStretch(letters, 0, letters.length);
    return match && { ...match, at: 0 };
  }
  function pass(part: string): void {
    remember(NO_LETTER);
    [needle, run] = [0, 0];
    watch.taken += countLetters(part);
    watch.decided = watch.taken;
  }
  function rewind(letters: number): void {
    watch.taken -= letters;
    const start = fed - letters;
    fed = Math.max(0, start - PASSAGE_GRAM);
    [needle, run] = [0, 0];
    while (fed < start) remember(recent[fed & (RECENT - 1)] ?? 0);
  }
  function remember(letter: number): void {
    recent[fed & (RECENT - 1)] = letter;
    fed += 1;
    print = printAfter(print, letter);
  }

  return watch;
}
