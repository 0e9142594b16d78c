import { checkWhole } from '#lib/stages/output-guard/check-whole.ts';
import { createOutputGuard, type GuardContext } from '#lib/stages/output-guard/create-output-guard.ts';
import { type Draw } from '#scripts/pii/draw.ts';

/** An output that came out otherwise when it was cut at these places, or not whole when it was guarded again. */
export type Difference = { text: string; cuts: readonly number[]; shown: string; expected: string };
/** `rules`: which applied, in their order. */
type Result = { text: string; rules: string; ended: string | undefined };

/** Guards an output in these pieces. What was shown once can't be taken back, so that the end tells all. */
function guardPieces(context: GuardContext, text: string, cuts: readonly number[], hasLane = true): Result {
  const guard = createOutputGuard(context, hasLane);
  const rules: string[] = [];
  let shown = '';
  let ended: string | undefined;
  const take = (guarded: ReturnType<typeof guard.end>): void => {
    shown += guarded.text;
    for (const { rule } of guarded.findings) rules.push(rule);
    ended = guarded.ended;
  };
  let from = 0;
  for (const cut of cuts) {
    take(guard.push(text.slice(from, cut)));
    from = cut;
  }
  take(guard.push(text.slice(from)));
  take(guard.end());
  return { text: shown, rules: rules.join(), ended };
}

/**
 * Compares cuts of one output with the uncut one, that went through the passes only; `check` says whether these cuts, with
 * harmless words beside the passes, changed something.
 */
export function compareCuts(
  context: GuardContext,
  text: string,
): { expected: Result; check: (cuts: readonly number[]) => Difference | undefined } {
  const expected = guardPieces(context, text, [], false);
  return {
    expected,
    check(cuts) {
      const result = guardPieces(context, text, cuts);
      const isSame =
        result.text === expected.text && result.rules === expected.rules && result.ended === expected.ended;
      return isSame ? undefined : { text, cuts, shown: result.text, expected: expected.text };
    },
  };
}

/** Whether guarding what was shown again changes it. */
export function checkAgain(context: GuardContext, text: string, shown: string): Difference | undefined {
  const again = checkWhole(context, shown);
  return again.isClean ? undefined : { text, cuts: [], shown, expected: again.text };
}

/** Every way to cut a text of this length at so many places. */
export function* allCuts(length: number, places: number, from = 1): Generator<readonly number[]> {
  if (places === 0) return yield [];
  for (let cut = from; cut < length; cut += 1)
    for (const rest of allCuts(length, places - 1, cut + 1)) yield [cut, ...rest];
}

/** One to twelve places, in order. */
export function randomCuts(draw: Draw, length: number): number[] {
  return Array.from({ length: 1 + draw.below(12) }, () => draw.below(length + 1)).toSorted((a, b) => a - b);
}
