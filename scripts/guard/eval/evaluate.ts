import { THRESHOLD } from '#lib/stages/input-guard/classifier/policy.ts';
import { OBFUSCATIONS } from '../obfuscate.ts';
import { readOwnExamples } from '../own-examples.ts';
import type { Item } from '../read-items.ts';
import { curveOf, type Group, groupBy, judge } from './measure-detection.ts';
import {
  chooseAttacks,
  type Hiding,
  measureBuried,
  measureHeaps,
  measureObfuscations,
} from './measure-hiding.ts';
import { measureTime, type Times } from './measure-time.ts';
import type { Share } from './wilson.ts';

export type Report = {
  readonly threshold: number;
  readonly items: number;
  readonly sets: readonly Group[];
  readonly sources: readonly Group[];
  readonly kinds: readonly Group[];
  readonly languages: readonly Group[];
  readonly curve: ReturnType<typeof curveOf>;
  readonly obfuscations: readonly Hiding[];
  readonly buried: readonly Hiding[];
  readonly heaps: Share;
  readonly times: Times;
};
export type NamedSet = { readonly name: string; readonly items: readonly Item[] };

/** Below 0 no threshold may be set, and the network is not always asked. */
const THRESHOLDS = [0, 0.5, THRESHOLD, 1.5, 2, 3, 4] as const;
const MIN_INNOCENT = 60;
const HEAPS = 200;
/** A step is an item or one obfuscation of all attacks. */
export const EXTRA_STEPS = Object.keys(OBFUSCATIONS).length;

/** Everything that is measured, at the shipped threshold; `tell` is called after each step. */
export function evaluate(sets: readonly NamedSet[], tell: () => void): Report {
  const judged = sets.flatMap(({ name, items }) =>
    items.map((item) => {
      const one = judge(item, name);
      tell();
      return one;
    }),
  );
  const items = judged.map(({ item }) => item);
  const attacks = chooseAttacks(items);
  const innocent = chooseInnocent(items);
  return {
    threshold: THRESHOLD,
    items: items.length,
    sets: groupBy(judged, ({ set }) => set),
    sources: groupBy(judged, ({ item }) => item.source),
    kinds: groupBy(judged, ({ item }) => item.kind),
    languages: groupBy(judged, ({ item }) => item.lang),
    curve: curveOf(
      judged,
      [...new Set(THRESHOLDS)].toSorted((a, b) => a - b),
    ),
    obfuscations: measureObfuscations(attacks, tell),
    buried: measureBuried(attacks, innocent),
    heaps: measureHeaps(innocent, HEAPS),
    times: measureTime(innocent),
  };
}

/** The sets' own innocent questions; where they have too few, the demonstration model's examples. */
function chooseInnocent(items: readonly Item[]): string[] {
  const own = items
    .filter(({ label, text }) => label === 'benign' && text.length <= 120)
    .map(({ text }) => text);
  return own.length >= MIN_INNOCENT ? own : readOwnExamples().map(({ text }) => text);
}
