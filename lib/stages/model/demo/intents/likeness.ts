import 'server-only';
import type { Intent } from './policy.ts';

/** One text as the index sees it. */
export type Sample = { readonly words: readonly string[]; readonly concepts: ReadonlySet<string> };
export type Likeness = (sample: Sample) => ReadonlyMap<Intent, number>;

/** How many examples speak. */
const NEIGHBOURS = 5;
/** Concepts say more than the words that express them. */
const CONCEPT_WEIGHT = 1.5;
/** Concepts that stand in any question. */
const EVERYWHERE = new Set(['me', 'you', 'asks', 'filler', 'also', 'pronoun']);

type Example = { readonly intent: Intent; readonly features: ReadonlySet<string>; length: number };

/**
 * How like each intent's examples a text is, from 0 to 1: cosine similarity of words, pairs of words and concepts, each
 * weighed by how rare it is, summed (squared) over the nearest examples. Deterministic.
 */
export function likenessTo(examples: readonly (Sample & { readonly intent: Intent })[]): Likeness {
  const known: Example[] = examples.map((one) => ({
    intent: one.intent,
    features: featuresOf(one),
    length: 0,
  }));
  const holders = new Map<string, Example[]>();
  for (const example of known)
    for (const feature of example.features) holders.set(feature, [...(holders.get(feature) ?? []), example]);
  const weightOf = (feature: string) => {
    const rarity = Math.log((known.length + 1) / ((holders.get(feature)?.length ?? 0) + 1));
    return rarity * (feature.startsWith('#') ? CONCEPT_WEIGHT : 1);
  };
  const lengthOf = (features: ReadonlySet<string>) =>
    Math.sqrt([...features].reduce((sum, feature) => sum + weightOf(feature) ** 2, 0));
  for (const example of known) example.length = lengthOf(example.features);
  return (sample) => {
    const features = featuresOf(sample);
    const shared = new Map<Example, number>();
    for (const feature of features) {
      const weight = weightOf(feature) ** 2;
      for (const example of holders.get(feature) ?? [])
        shared.set(example, (shared.get(example) ?? 0) + weight);
    }
    return evidence(shared, lengthOf(features));
  };
}

function evidence(shared: ReadonlyMap<Example, number>, length: number): Map<Intent, number> {
  const nearest = [...shared]
    .map(([{ intent, length: own }, weight]) => ({ intent, likeness: weight / (own * length || 1) }))
    .toSorted((a, b) => b.likeness - a.likeness || (a.intent < b.intent ? -1 : 1))
    .slice(0, NEIGHBOURS);
  const byIntent = new Map<Intent, number>();
  for (const { intent, likeness } of nearest)
    byIntent.set(intent, Math.min(1, (byIntent.get(intent) ?? 0) + 2 * likeness ** 2));
  return byIntent;
}

function featuresOf({ words, concepts }: Sample): ReadonlySet<string> {
  const stems = words
    .map((word) => word.replace(/(?:ing|ed|es|s|e|en)$/, ''))
    .filter((stem) => stem.length > 1);
  const pairs = stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
  return new Set([
    ...[...concepts].filter((one) => !EVERYWHERE.has(one)).map((one) => `#${one}`),
    ...stems,
    ...pairs,
  ]);
}
