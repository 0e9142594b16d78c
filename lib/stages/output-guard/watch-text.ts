import 'server-only';
import { fault } from '#faults';
import { matchCanary } from './match-canary.ts';
import { matchPassages } from './match-passages.ts';
import { MATCHED, type Matcher } from './matcher.ts';
import { squash, squashedCode } from './squash.ts';

/** What was found, and where in the part it was completed. */
export type WatchMatch = { rule: 'canary' | 'passage'; at: number };
/** `taken` counts letters and digits; `decided`: how many from the start no match can include, up to a match. */
export type TextWatch = {
  readonly taken: number;
  readonly decided: number;
  take: (part: string) => WatchMatch | undefined;
};
export type Watched = { readonly canary: string; readonly passages: readonly string[] };

/** Watches an answer's letters and digits for the canary and for passages of the system text. */
export function watchText(context: Watched): TextWatch {
  const canary: Matcher = fault('canary-not-watched') ? findsNothing : matchCanary(context);
  const passage: Matcher = fault('passages-not-watched') ? findsNothing : matchPassages(context.passages);
  const watch = { taken: 0, decided: 0, take };

  function takeCode(code: number): WatchMatch['rule'] | undefined {
    const inCanary = canary(code);
    const inPassage = passage(code);
    if (inCanary === MATCHED) return 'canary';
    if (inPassage === MATCHED) return 'passage';
    watch.taken += 1;
    const decided = watch.taken - Math.max(inCanary, inPassage);
    // What was decided once stays so: a passage is recognised eight letters after it began.
    if (decided > watch.decided) watch.decided = decided;
    return undefined;
  }
  function takeAll(squashed: string): WatchMatch['rule'] | undefined {
    for (let index = 0; index < squashed.length; index += 1) {
      const rule = takeCode(squashed.charCodeAt(index));
      if (rule) return rule;
    }
    return undefined;
  }
  function take(part: string): WatchMatch | undefined {
    for (let at = 0; at < part.length; at += 1) {
      const code = squashedCode(part.charCodeAt(at));
      // Only a character of its own is unknown, never one in a run.
      const rule = code === undefined ? takeAll(squash(part)) : code === 0 ? undefined : takeCode(code);
      if (rule) return { rule, at };
      if (code === undefined) break;
    }
    return undefined;
  }

  return watch;
}

function findsNothing(): number {
  return 0;
}
