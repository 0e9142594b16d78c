import {
  FEATURES,
  FIRST_CONCEPT,
  FIRST_CONCEPT_PLACE,
  UNITS,
} from '#lib/stages/input-guard/classifier/feature-list.ts';
import type { RoundedNetwork } from '#lib/stages/input-guard/classifier/network/network-file.ts';
import { placeOf, type PlaceTable, weighBy } from '#lib/stages/input-guard/classifier/place-table.ts';
import { MARKS, PLACES } from '#lib/stages/input-guard/classifier/policy.ts';
import type { Weights } from '#lib/stages/input-guard/classifier/weights-file.ts';
import { readGrammars, writeItems } from '../grammar/read-grammar.ts';
import { readOwnExamples } from '../own-examples.ts';
import type { Item } from '../read-items.ts';
import { byWorth, type Candidate, choosePlaces } from './choose-places.ts';
import { type Example, learnWeights } from './learn-weights.ts';
import { chooseUnitPlaces } from './network/choose-unit-places.ts';
import { learnNetwork, NETWORK_ROUNDS } from './network/learn-network.ts';
import { cutStretch, toSequence } from './network/prepare-sequences.ts';
import { roundNetwork } from './network/round-network.ts';
import { countWordings, frequentFeatures, renameFeatures, toExample } from './prepare-examples.ts';
import { quantise } from './quantise.ts';
import { selectItems } from './select-items.ts';
import { widen } from './widen-items.ts';

/** Sentences that each template of the grammar writes at most. */
const PER_TEMPLATE = 12;
/**
 * First all features that are frequent enough, to see what each is worth, then the best of them, then those that got a place: features
 * that say the same share their worth at first, and only when some are gone does it show in those that are left.
 */
const FIRST_ROUNDS = 4;
const SHORTLIST = 3 * PLACES;
const LAST_ROUNDS = 16;
const AVERAGED_FROM = 6;
/** Innocent texts count so much more than attacks (as a logarithm) that a score of 0 is about even odds once this is added. */
const EVEN_ODDS = 1;
export const ROUNDS = 2 * FIRST_ROUNDS + LAST_ROUNDS + NETWORK_ROUNDS;

export type Trained = { readonly weights: Weights; readonly examples: number; readonly attacks: number };

/** What is learned from besides the sets: the grammar's sentences and the demonstration model's examples. */
export function ownItems(): Item[] {
  return [...readGrammars().flatMap((grammar) => writeItems(grammar, PER_TEMPLATE)), ...readOwnExamples()];
}

/** Trains on these items; the same items give the same weights, in whatever order they come. */
export function trainGuard(items: readonly Item[], tell: () => void): Trained {
  const wide = widen(selectItems(items));
  const examples = wide.map(toExample);
  const table = trainTable(wide, examples, tell);
  const network = trainNetwork(wide, examples, table, tell);
  const attacks = examples.filter(({ isAttack }) => isAttack).length;
  const bias = table.bias + EVEN_ODDS;
  return { weights: { ...table, bias, network }, examples: examples.length, attacks };
}

function trainTable(
  items: readonly Item[],
  examples: readonly Example[],
  tell: () => void,
): Omit<Weights, 'network'> {
  const counts = countWordings(items, FEATURES, (index) =>
    (examples[index]?.views ?? []).map(({ ids }) => ids),
  );
  const frequent = rankFeatures(frequentFeatures(counts), examples, counts, tell);
  const best = Int32Array.from(frequent.slice(0, SHORTLIST), ({ id }) => id).sort();
  const marks = choosePlaces(rankFeatures(best, examples, counts, tell), PLACES, MARKS);
  const last = learnWeights(
    renameFeatures(examples, (id) => placeOf(marks, id)),
    { size: PLACES, firstConcept: FIRST_CONCEPT_PLACE },
    { count: LAST_ROUNDS, averagedFrom: AVERAGED_FROM },
    tell,
  );
  return quantise(last, marks);
}

/** The network learns from the stretches the table finds worst. Its places go to the units that most wordings have. */
export function trainNetwork(
  items: readonly Item[],
  examples: readonly Example[],
  table: PlaceTable,
  tell: () => void,
): RoundedNetwork {
  const weightOf = weighBy(table);
  const stretches = examples.map((example) => cutStretch(example, weightOf));
  const counts = countWordings(items, UNITS, (index) => [stretches[index]?.units ?? new Int32Array()]);
  const candidates = Array.from(frequentFeatures(counts), (id) => ({ id, worth: counts[id] ?? 0 }));
  const marks = chooseUnitPlaces(candidates);
  const sequences = examples.flatMap((example, index) => {
    const stretch = stretches[index];
    return stretch ? [toSequence(stretch, example, marks)] : [];
  });
  return roundNetwork(learnNetwork(sequences, marks, tell));
}

/** What each of these features (in order) is worth where no others are there, the best first. */
function rankFeatures(
  ids: Int32Array,
  examples: readonly Example[],
  counts: Uint16Array,
  tell: () => void,
): Candidate[] {
  const places = new Int32Array(FEATURES).fill(-1);
  for (const [index, id] of ids.entries()) places[id] = index;
  const firstConcept = ids.findIndex((id) => id >= FIRST_CONCEPT);
  const { weights } = learnWeights(
    renameFeatures(examples, (id) => places[id] ?? -1),
    { size: ids.length, firstConcept: firstConcept < 0 ? ids.length : firstConcept },
    { count: FIRST_ROUNDS },
    tell,
  );
  return Array.from(ids, (id, index) => ({
    id,
    worth: Math.abs(weights[index] ?? 0) * Math.sqrt(counts[id] ?? 0),
  })).sort(byWorth);
}
