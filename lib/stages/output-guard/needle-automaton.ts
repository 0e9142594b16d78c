import 'server-only';

/** What a state answers with which a needle is complete. */
export const MATCHED = -1;

/**
 * A state is the longest end of the text that begins a needle: state 0 is none. The states with one more letter are
 * `starts[code]` after none, else a list: `child`, then `sibling` by `sibling`, each with its `letter`. `fallback` is
 * the longest shorter end, `answers` the length of a state, or `MATCHED`.
 */
export type NeedleAutomaton = {
  readonly starts: Uint16Array;
  readonly child: Uint16Array;
  readonly sibling: Uint16Array;
  readonly letter: Uint16Array;
  readonly fallback: Uint16Array;
  readonly answers: Int16Array;
};

/** The needles (squashed, none empty) as one automaton: Aho and Corasick, Efficient string matching, 1975. */
export function needleAutomaton(needles: readonly string[]): NeedleAutomaton {
  const automaton = emptyAutomaton(needles);
  const { fallback, answers } = automaton;
  const reached = new Uint16Array(needles.length);
  const longest = Math.max(0, ...needles.map((needle) => needle.length));
  let made = 0;
  // All needles grow by one letter at a time, because a state falls back to shorter ones.
  for (let length = 1; length <= longest; length += 1) {
    for (const [index, needle] of needles.entries()) {
      if (needle.length < length) continue;
      const code = needle.charCodeAt(length - 1);
      const state = reached[index] ?? 0;
      let next = longer(automaton, state, code);
      if (next === 0) {
        made += 1;
        next = made;
        fallback[next] = state === 0 ? 0 : stateAfter(automaton, fallback[state] ?? 0, code);
        answers[next] = length;
        append(automaton, state, code, next);
      }
      reached[index] = next;
    }
  }
  for (const state of reached) answers[state] = MATCHED;
  // A needle may end within another one.
  for (let state = 1; state <= made; state += 1)
    if (answers[fallback[state] ?? 0] === MATCHED) answers[state] = MATCHED;
  return automaton;
}

/** The state after one more letter. */
export function stateAfter(automaton: NeedleAutomaton, state: number, code: number): number {
  let from = state;
  let to = longer(automaton, from, code);
  while (to === 0 && from !== 0) {
    from = automaton.fallback[from] ?? 0;
    to = longer(automaton, from, code);
  }
  return to;
}

/** The state with one more letter, or 0. */
function longer({ starts, child, sibling, letter }: NeedleAutomaton, state: number, code: number): number {
  if (state === 0) return starts[code] ?? 0;
  let next = child[state] ?? 0;
  while (next !== 0 && letter[next] !== code) next = sibling[next] ?? 0;
  return next;
}

function append(
  { starts, child, sibling, letter }: NeedleAutomaton,
  state: number,
  code: number,
  next: number,
): void {
  letter[next] = code;
  if (state === 0) starts[code] = next;
  else {
    sibling[next] = child[state] ?? 0;
    child[state] = next;
  }
}

function emptyAutomaton(needles: readonly string[]): NeedleAutomaton {
  const size = 1 + needles.reduce((sum, needle) => sum + needle.length, 0);
  const firsts = needles.map((needle) => needle.charCodeAt(0));
  return {
    starts: new Uint16Array(Math.max(0x80, ...firsts) + 1),
    child: new Uint16Array(size),
    sibling: new Uint16Array(size),
    letter: new Uint16Array(size),
    fallback: new Uint16Array(size),
    answers: new Int16Array(size),
  };
}
