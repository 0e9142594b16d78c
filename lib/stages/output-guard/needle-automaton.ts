import 'server-only';
import { MATCHED, type Matcher } from './matcher.ts';

/**
 * A state is the longest end of the text that begins a needle. `next[state * width + symbol]` is the state with one
 * more letter, or 0; `fallback` is the longest shorter end; `answers` has the length of a state, or `MATCHED`.
 */
export type NeedleAutomaton = {
  readonly symbols: Uint16Array;
  readonly width: number;
  readonly next: Uint16Array;
  readonly fallback: Uint16Array;
  readonly answers: Int16Array;
};

/** The needles (squashed, none empty) as one automaton: Aho and Corasick, Efficient string matching, 1975. */
export function needleAutomaton(needles: readonly string[]): NeedleAutomaton {
  const automaton = emptyAutomaton(needles);
  const { symbols, width, next, fallback, answers } = automaton;
  const reached = new Uint16Array(needles.length);
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  let made = 0;
  // All needles grow by one letter at a time, because a state falls back to shorter ones.
  for (let length = 1; length <= longest; length += 1) {
    for (let index = 0; index < needles.length; index += 1) {
      const needle = needles[index] ?? '';
      if (needle.length < length) continue;
      const code = needle.charCodeAt(length - 1);
      const state = reached[index] ?? 0;
      const at = state * width + (symbols[code] ?? 0);
      if (next[at] === 0) {
        made += 1;
        fallback[made] = state === 0 ? 0 : stateAfter(automaton, fallback[state] ?? 0, code);
        answers[made] = length;
        next[at] = made;
      }
      reached[index] = next[at] ?? 0;
    }
  }
  for (const state of reached) answers[state] = MATCHED;
  // A needle may end within another one.
  for (let state = 1; state <= made; state += 1)
    if (answers[fallback[state] ?? 0] === MATCHED) answers[state] = MATCHED;
  return automaton;
}

/** Runs the automaton over a stream. */
export function matchNeedles(automaton: NeedleAutomaton): Matcher {
  let state = 0;
  return (code) => {
    state = stateAfter(automaton, state, code);
    return automaton.answers[state] ?? 0;
  };
}

function stateAfter({ symbols, width, next, fallback }: NeedleAutomaton, state: number, code: number): number {
  const symbol = symbols[code] ?? 0;
  if (symbol === 0) return 0;
  let from = state;
  let to = next[from * width + symbol] ?? 0;
  while (to === 0 && from !== 0) {
    from = fallback[from] ?? 0;
    to = next[from * width + symbol] ?? 0;
  }
  return to;
}

/** Numbers each letter that occurs from 1, by its code; every other letter is 0. */
function emptyAutomaton(needles: readonly string[]): NeedleAutomaton {
  const letters = new Set(needles.join(''));
  const codes = Array.from(letters, (letter) => letter.charCodeAt(0));
  const symbols = new Uint16Array(1 + Math.max(0, ...codes));
  for (const [index, code] of codes.entries()) symbols[code] = index + 1;
  const width = codes.length + 1;
  const size = 1 + needles.reduce((sum, needle) => sum + needle.length, 0);
  const next = new Uint16Array(size * width);
  return { symbols, width, next, fallback: new Uint16Array(size), answers: new Int16Array(size) };
}
