import {
  FEATURES,
  FIRST_CONCEPT,
  FIRST_CONCEPT_PLACE,
} from '#lib/stages/input-guard/classifier/feature-list.ts';
import { placeOf } from '#lib/stages/input-guard/classifier/place-table.ts';
import { PLACES } from '#lib/stages/input-guard/classifier/policy.ts';
import { readGrammars, writeItems } from '../grammar/read-grammar.ts';
import { readOwnExamples } from '../own-examples.ts';
import type { Item } from '../read-items.ts';
import { choosePlaces } from './choose-places.ts';
import { learnWeights } from './learn-weights.ts';
import { countWordings, frequentFeatures, renameFeatures, toExample } from './prepare-examples.ts';
import { type Quantised, quantise } from './quantise.ts';
import { selectItems } from './select-items.ts';
import { widen } from './widen-items.ts';

/** Sentences that each template of the grammar writes at most. */
const PER_TEMPLATE = 25;
/** First all features that are frequent enough, to see what each is worth; then those that got a place. */
const FIRST_ROUNDS = 4;
const LAST_ROUNDS = 14;
const AVERAGED_FROM = 5;
export const ROUNDS = FIRST_ROUNDS + LAST_ROUNDS;

export type Trained = { readonly quantised: Quantised; readonly examples: number; readonly attacks: number };

/** What is learned from besides the sets: the grammar's sentences and the demonstration model's examples. */
export function ownItems(): Item[] {
  return [...readGrammars().flatMap((grammar) => writeItems(grammar, PER_TEMPLATE)), ...readOwnExamples()];
}

/** Trains on these items; the same items give the same weights, in whatever order they come. */
export function trainGuard(items: readonly Item[], tell: () => void): Trained {
  const wide = widen(selectItems(items));
  const examples = wide.map(toExample);
  const counts = countWordings(wide, examples);
  const frequent = frequentFeatures(counts);
  const places = new Int32Array(FEATURES).fill(-1);
  for (const [index, id] of frequent.entries()) places[id] = index;
  const firstConcept = frequent.findIndex((id) => id >= FIRST_CONCEPT);
  const first = learnWeights(
    renameFeatures(examples, (id) => places[id] ?? -1),
    { size: frequent.length, firstConcept: firstConcept < 0 ? frequent.length : firstConcept },
    { count: FIRST_ROUNDS },
    tell,
  );
  const worthOf = (id: number, index: number): number =>
    Math.abs(first.weights[index] ?? 0) * Math.sqrt(counts[id] ?? 0);
  const table = choosePlaces([...frequent].map((id, index) => ({ id, worth: worthOf(id, index) })));
  const last = learnWeights(
    renameFeatures(examples, (id) => placeOf(table, id)),
    { size: PLACES, firstConcept: FIRST_CONCEPT_PLACE },
    { count: LAST_ROUNDS, averagedFrom: AVERAGED_FROM },
    tell,
  );
  const attacks = examples.filter(({ isAttack }) => isAttack).length;
  return { quantised: quantise(last, table), examples: examples.length, attacks };
}
