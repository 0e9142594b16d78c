import { findWorst } from '#lib/stages/input-guard/classifier/find-worst.ts';
import { unitPlaceOf } from '#lib/stages/input-guard/classifier/network/unit-table.ts';
import { STRETCH_UNITS } from '#lib/stages/input-guard/classifier/policy.ts';
import type { Example } from '../learn-weights.ts';

/** The units of one text's worst stretch, with two concepts each. */
export type CutStretch = { readonly units: Int32Array; readonly about: Uint8Array };
/** The same as places of the network's table, -1 for none, and what the text is. */
export type Sequence = {
  readonly places: Int16Array;
  readonly about: Uint8Array;
  readonly isAttack: boolean;
  readonly weight: number;
};

/** What the network is asked about: the stretch of a text that the table of weights finds worst. */
export function cutStretch({ views }: Example, weightOf: (id: number) => number): CutStretch {
  const all = views.map((features) => ({ features, ...findWorst(features, weightOf) }));
  const worst = all.reduce((best, one) => (one.score > best.score ? one : best));
  const { units, unitEnds, about } = worst.features;
  const first = worst.from === 0 ? 0 : (unitEnds[worst.from - 1] ?? 0);
  const end = Math.min(first + STRETCH_UNITS, unitEnds[worst.to - 1] ?? 0);
  return { units: units.slice(first, end), about: about.slice(2 * first, 2 * end) };
}

export function toSequence(
  { units, about }: CutStretch,
  { isAttack, weight }: Example,
  marks: Uint8Array,
): Sequence {
  return {
    places: Int16Array.from(units, (id) => unitPlaceOf(marks, id)),
    about,
    isAttack,
    weight,
  };
}
