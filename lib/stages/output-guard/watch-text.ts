import 'server-only';
import { fault } from '#faults';
import { matchCanary } from './match-canary.ts';
import { matchPassages } from './match-passages.ts';
import { MATCHED, type Matcher } from './matcher.ts';
import { countLetters, squash, squashedCode } from './squash.ts';

/** What was found, and where in the part it was completed. */
export type WatchMatch = { rule: 'canary' | 'passage'; at: number };
/** `taken` counts letters and digits; `decided`: how many from the start no match can include, up to a match. */
export type TextWatch = {
  readonly taken: number;
  readonly decided: number;
  take: (part: string) => WatchMatch | undefined;
  /** Counts a part that no match can include, or go across. */
  pass: (part: string) => void;
};
export type Watched = { readonly canary: string; readonly passages: readonly string[] };

/** No text has this code, so that no match goes on with it. */
const NO_LETTER = 0xffff;

/** Watches an answer's letters and digits for the canary and for passages of the system text. */
export function watchText(context: Watched): TextWatch {
  const canary: Matcher = fault('canary-not-watched') ? findsNothing : matchCanary(context);
  const passage: Matcher = fault('passages-not-watched') ? findsNothing : matchPassages(context.passages);
  const watch = { taken: 0, decided: 0, take, pass };

  function take(part: string): WatchMatch | undefined {
    // Only a character of its own is unknown to the table, never one in a run.
    const text = squashedCode(part.charCodeAt(0)) === undefined ? squash(part) : part;
    let { taken, decided } = watch;
    let match: WatchMatch | undefined;
    for (let at = 0; at < text.length && !match; at += 1) {
      const code = squashedCode(text.charCodeAt(at)) ?? text.charCodeAt(at);
      if (code === 0) continue;
      const inCanary = canary(code);
      const inPassage = passage(code);
      if (inCanary === MATCHED) match = { rule: 'canary', at: text === part ? at : 0 };
      else if (inPassage === MATCHED) match = { rule: 'passage', at: text === part ? at : 0 };
      else {
        taken += 1;
        // What was decided once stays so: a passage is recognised eight letters after it began.
        decided = Math.max(decided, taken - Math.max(inCanary, inPassage));
      }
    }
    watch.taken = taken;
    watch.decided = decided;
    return match;
  }

  function pass(part: string): void {
    canary(NO_LETTER);
    passage(NO_LETTER);
    watch.taken += countLetters(part);
    watch.decided = watch.taken;
  }

  return watch;
}

function findsNothing(): number {
  return 0;
}
