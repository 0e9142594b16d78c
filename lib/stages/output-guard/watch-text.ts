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

  function take(part: string): WatchMatch | undefined {
    // Only a character of its own is unknown to the table, never one in a run.
    const text = squashedCode(part.charCodeAt(0)) === undefined ? squash(part) : part;
    for (let at = 0; at < text.length; at += 1) {
      const code = squashedCode(text.charCodeAt(at)) ?? text.charCodeAt(at);
      if (code === 0) continue;
      const inCanary = canary(code);
      const inPassage = passage(code);
      if (inCanary === MATCHED || inPassage === MATCHED)
        return { rule: inCanary === MATCHED ? 'canary' : 'passage', at: text === part ? at : 0 };
      watch.taken += 1;
      const decided = watch.taken - Math.max(inCanary, inPassage);
      // What was decided once stays so: a passage is recognised eight letters after it began.
      if (decided > watch.decided) watch.decided = decided;
    }
    return undefined;
  }

  return watch;
}

function findsNothing(): number {
  return 0;
}
