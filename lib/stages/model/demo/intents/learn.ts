import 'server-only';
import type { Intent } from './policy.ts';

/** One text as it is learned from: its words after repair, and what they mean. */
export type Sample = { readonly words: readonly string[]; readonly concepts: ReadonlySet<string> };
/** How likely each intent is, by the examples; the chances sum to the share of the words that the examples know. */
export type Guess = (sample: Sample) => ReadonlyMap<Intent, number>;

/** Times that all examples are gone through. */
const ROUNDS = 12;
const STEP = 0.3;
/** An error smaller than this teaches nothing. */
const LEAST_ERROR = 1e-3;
/** Concepts that stand in any question. */
const EVERYWHERE = new Set(['me', 'you', 'asks', 'filler', 'also', 'pronoun']);

type Row = { readonly weights: Float64Array; readonly seen: Float64Array };
type Model = { readonly intents: readonly Intent[]; readonly rows: Map<string, Row> };

/**
 * Learns from examples which words, pairs of words and concepts speak for which intent: multinomial logistic regression
 * (a linear model with softmax), trained by stochastic gradient descent with AdaGrad steps (Duchi, Hazan and Singer 2011).
 * The examples are taken in their order, so that the same examples always teach the same.
 */
export function learn(examples: readonly (Sample & { readonly intent: Intent })[]): Guess {
  const model: Model = { intents: [...new Set(examples.map(({ intent }) => intent))], rows: new Map() };
  const known = examples.map((one) => ({
    features: featuresOf(one),
    right: model.intents.indexOf(one.intent),
  }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { features, right } of known) teach(model, features, right);
  return (sample) => {
    const chances = chancesOf(model, featuresOf(sample));
    const share = knownShare(model, sample);
    return new Map(model.intents.map((intent, at) => [intent, (chances[at] ?? 0) * share]));
  };
}

function teach({ rows, intents }: Model, features: readonly string[], right: number): void {
  const errors = chancesOf({ rows, intents }, features);
  errors[right] = (errors[right] ?? 0) - 1;
  const share = 1 / Math.sqrt(features.length);
  const slopes = [...errors.entries()].flatMap(([at, error]) =>
    Math.abs(error) < LEAST_ERROR ? [] : [{ at, slope: error * share }],
  );
  for (const feature of features) {
    const row = rows.get(feature) ?? emptyRow(intents.length);
    rows.set(feature, row);
    for (const { at, slope } of slopes) {
      const seen = (row.seen[at] ?? 0) + slope * slope;
      row.seen[at] = seen;
      row.weights[at] = (row.weights[at] ?? 0) - (STEP * slope) / Math.sqrt(seen + 1e-3);
    }
  }
}

/** Of words never seen nothing was learned: the fewer are known, the less the examples say. */
function knownShare({ rows }: Model, { words }: Sample): number {
  const stems = stemsOf(words);
  return stems.filter((stem) => rows.has(stem)).length / Math.max(1, stems.length);
}

function stemsOf(words: readonly string[]): string[] {
  return words.map((word) => word.replace(/(?:ing|ed|es|s|e|en)$/, '')).filter((stem) => stem.length > 1);
}

function emptyRow(length: number): Row {
  return { weights: new Float64Array(length), seen: new Float64Array(length) };
}

function chancesOf({ rows, intents }: Model, features: readonly string[]): Float64Array {
  const sums = new Float64Array(intents.length);
  const share = 1 / Math.sqrt(features.length);
  for (const feature of features) {
    const weights = rows.get(feature)?.weights;
    if (!weights) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0) * share;
  }
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / all);
}

/** Stems, pairs of stems and concepts; `always` stands for what an intent is without any word of its own. */
function featuresOf({ words, concepts }: Sample): readonly string[] {
  const stems = stemsOf(words);
  const pairs = stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
  const meant = [...concepts].filter((one) => !EVERYWHERE.has(one)).map((one) => `#${one}`);
  return [...new Set(['always', ...stems, ...pairs, ...meant])];
}
