import 'server-only';
import type { View, ViewName } from '../views/list-views.ts';
import { findWorst } from './find-worst.ts';
import { weighBy } from './place-table.ts';
import { readFeatures } from './read-features.ts';
import { readWeights } from './weights-file.ts';

const { table, scale, bias } = readWeights();
const weightOf = weighBy(table);

/** How much like an attack a text reads: the logarithm of the odds for its worst stretch, as learned. */
export function scoreView(text: string): number {
  return bias + scale * findWorst(readFeatures(text), weightOf).score;
}

/** The first reading that scores above the threshold. */
export function classify(views: readonly View[], threshold: number): ViewName | undefined {
  return views.find(({ text }) => scoreView(text) > threshold)?.name;
}
