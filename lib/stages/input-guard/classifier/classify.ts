import 'server-only';
import type { View, ViewName } from '../views/list-views.ts';
import { scorerOf } from './score-text.ts';
import { readWeights } from './weights-file.ts';

/** How much like an attack a text reads: the logarithm of the odds for its worst stretch, as learned. */
export const scoreView = scorerOf(readWeights());

/** The first reading that scores above the threshold. */
export function classify(views: readonly View[], threshold: number): ViewName | undefined {
  return views.find(({ text }) => scoreView(text) > threshold)?.name;
}
