import 'server-only';
import { fault } from '#faults';
import { mayKnow, printAfter } from './gram-sieve.ts';
import { canaryNeedles } from './match-canary.ts';
import { type Grams, isGram, passageGrams } from './match-passages.ts';
import { MATCHED, type NeedleAutomaton, needleAutomaton, stateAfter } from './needle-automaton.ts';
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
/** What a letter answers that completes a passage. */
const RECITED = -2;
/** Letters that are remembered, a power of two: those one may go back by, and a gram before them. */
const RECENT = 1_024;
export const REWIND_MAX = RECENT - PASSAGE_GRAM;

type State = {
  readonly needles: NeedleAutomaton;
  readonly grams: Grams;
  /** The last letters in a ring; `fed` counts all. */
  readonly recent: Uint16Array;
  fed: number;
  needle: number;
  print: number;
  /** Grams of passages in a row up to the last letter. */
  run: number;
};

/** Watches an answer's letters and digits for the canary and for passages of the system text. */
export function watchText(context: Watched): TextWatch {
  const needles = fault('canary-not-watched') ? needleAutomaton([]) : canaryNeedles(context);
  const grams = passageGrams(fault('passages-not-watched') ? [] : context.passages);
  const state = { needles, grams, recent: new Uint16Array(RECENT), fed: 0, needle: 0, print: 0, run: 0 };
  const watch = { taken: 0, decided: 0, take, takeStretch, pass, rewind };

  function takeStretch(text: string, from: number, to: number): WatchMatch | undefined {
    return readStretch(state, watch, text, from, to);
  }
  function take(part: string): WatchMatch | undefined {
    // Only a character of its own is unknown to the table, never one in a run.
    if (squashedCode(part.charCodeAt(0)) !== undefined) return takeStretch(part, 0, part.length);
    const letters = squash(part);
    const match = takeStretch(letters, 0, letters.length);
    return match && { ...match, at: 0 };
  }
  function pass(part: string): void {
    remember(state, NO_LETTER);
    state.needle = state.run = 0;
    watch.taken += countLetters(part);
    watch.decided = watch.taken;
  }
  function rewind(letters: number): void {
    watch.taken -= letters;
    const start = state.fed - letters;
    state.fed = Math.max(0, start - PASSAGE_GRAM);
    state.needle = state.run = 0;
    while (state.fed < start) remember(state, state.recent[state.fed & (RECENT - 1)] ?? 0);
  }

  return watch;
}

/** Takes letters until one completes a match, which is not taken. */
function readStretch(
  state: State,
  watch: { taken: number; decided: number },
  text: string,
  from: number,
  to: number,
): WatchMatch | undefined {
  const { recent, grams, needles } = state;
  const { sieve } = grams;
  const { starts } = needles;
  // Here, and not in the state, where each letter would be written to memory four times.
  let { taken, decided } = watch;
  let { fed, print, needle, run } = state;
  let open = 0;
  let at = from;
  for (; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const letter = squashedCode(code) ?? code;
    if (letter === 0) continue;
    recent[fed & (RECENT - 1)] = letter;
    fed += 1;
    print = printAfter(print, letter);
    open = 0;
    if (mayKnow(sieve, print) && isGram(grams, print, recent, fed - PASSAGE_GRAM)) {
      run += 1;
      open = run + PASSAGE_GRAM - 1;
      if (open >= PASSAGE_MATCH) open = RECITED;
    } else run = 0;
    if (needle !== 0 || (letter < starts.length && starts[letter] !== 0)) {
      needle = stateAfter(needles, needle, letter);
      const inCanary = needles.answers[needle] ?? 0;
      if (inCanary === MATCHED) open = MATCHED;
      else if (open >= 0 && inCanary > open) open = inCanary;
    }
    if (open < 0) break;
    taken += 1;
    // What was decided once stays so: a passage is recognised eight letters after it began.
    if (taken - open > decided) decided = taken - open;
  }
  watch.taken = taken;
  watch.decided = decided;
  state.fed = open < 0 ? fed - 1 : fed;
  state.print = print;
  state.needle = needle;
  state.run = run;
  return open < 0 ? { rule: open === MATCHED ? 'canary' : 'passage', at } : undefined;
}

/** Takes a letter that completes nothing. */
function remember(state: State, letter: number): void {
  state.recent[state.fed & (RECENT - 1)] = letter;
  state.fed += 1;
  state.print = printAfter(state.print, letter);
}
