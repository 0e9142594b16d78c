import 'server-only';
import { MATCHED, type Matcher } from './matcher.ts';

/**
 * A state is the longest end of the text that begins a needle. `next[state * width + symbol]` is the state after one
 * more letter; `answers` has its length, or `MATCHED`.
 */
export type NeedleAutomaton = {
  readonly symbols: Uint16Array;
  readonly width: number;
  readonly next: Uint16Array;
  readonly answers: Int16Array;
};
/** `fallback[state]`: the longest end of a state that is a state too, where a letter leads that continues no needle. */
type Growing = NeedleAutomaton & { readonly fallback: Uint16Array; made: number };

/**
 * The needles (already squashed) as one automaton, by Aho and Corasick, 1975, with every transition written out. All
 * needles grow by one letter at a time: then a new state begins as a copy of its fallback, which is complete.
 */
export function needleAutomaton(needles: readonly string[]): NeedleAutomaton {
  const automaton = seed(needles);
  const reached = needles.map(() => 0);
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  for (let length = 1; length <= longest; length += 1) {
    const before = automaton.made;
    for (const [index, needle] of needles.entries()) {
      if (needle.length < length) continue;
      const symbol = automaton.symbols[needle.charCodeAt(length - 1)] ?? 0;
      reached[index] = grow(automaton, reached[index] ?? 0, symbol, length);
    }
    for (let state = before + 1; state <= automaton.made; state += 1) copyFallback(automaton, state);
  }
  const { answers, fallback } = automaton;
  for (const state of reached) answers[state] = MATCHED;
  // A needle may end within another one.
  for (const [state, shorter] of fallback.entries()) {
    if (answers[shorter] === MATCHED) answers[state] = MATCHED;
  }
  return automaton;
}

/** Runs the automaton over a stream. */
export function matchNeedles({ symbols, width, next, answers }: NeedleAutomaton): Matcher {
  let state = 0;
  return (code) => {
    state = next[state * width + (symbols[code] ?? 0)] ?? 0;
    return answers[state] ?? 0;
  };
}

/** Numbers each letter that occurs from 1, by its code; every other letter is 0, which leads to the start. */
function seed(needles: readonly string[]): Growing {
  const codes = new Set(needles.flatMap((needle) => Array.from(needle, (letter) => letter.charCodeAt(0))));
  const symbols = new Uint16Array(1 + Math.max(0, ...codes));
  let width = 1;
  for (const code of codes) symbols[code] = width++;
  const size = 1 + needles.reduce((sum, needle) => sum + needle.length, 0);
  const next = new Uint16Array(size * width);
  return { symbols, width, next, answers: new Int16Array(size), fallback: new Uint16Array(size), made: 0 };
}

function grow(automaton: Growing, state: number, symbol: number, length: number): number {
  const { width, next, answers, fallback } = automaton;
  const at = state * width + symbol;
  const known = next[at] ?? 0;
  // Of that length it is this state with the letter; shorter, it is where this state fell back to.
  if (answers[known] === length) return known;
  automaton.made += 1;
  answers[automaton.made] = length;
  fallback[automaton.made] = known;
  next[at] = automaton.made;
  return automaton.made;
}

function copyFallback({ width, next, fallback }: Growing, state: number): void {
  const from = (fallback[state] ?? 0) * width;
  next.copyWithin(state * width, from, from + width);
}
