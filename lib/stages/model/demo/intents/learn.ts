import 'server-only';

/** One text as it is learned from: what stands in it (`features.ts`), and what it is an example of. */
export type Example<Label extends string> = { readonly features: readonly string[]; readonly label: Label };
/** How likely each label is; the chances sum to 1. */
export type Guess<Label extends string> = (features: readonly string[]) => ReadonlyMap<Label, number>;
export type Learned<Label extends string> = {
  readonly guess: Guess<Label>;
  readonly knows: (feature: string) => boolean;
};

/** Times that all examples are gone through. */
const ROUNDS = 6;
const STEP = 0.3;
/** An error smaller than this teaches nothing. */
const LEAST_ERROR = 4e-3;

type Row = { readonly weights: Float64Array; readonly seen: Float64Array };
type Rows = Map<string, Row>;

/**
 * Learns from examples which features speak for which label: multinomial logistic regression (a linear model with softmax),
 * trained by stochastic gradient descent with AdaGrad steps (Duchi, Hazan and Singer 2011). The examples are taken in
 * their order, so that the same examples always teach the same.
 */
export function learn<Label extends string>(examples: readonly Example<Label>[]): Learned<Label> {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const rows: Rows = new Map();
  const known = examples.map(({ features, label }) => ({
    own: features.map((feature) => rowOf(rows, feature, labels.length)),
    right: labels.indexOf(label),
  }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { own, right } of known) teach(own, right, labels.length);
  return {
    knows: (feature) => rows.has(feature),
    guess: (features) => {
      const own = features.flatMap((feature) => rows.get(feature) ?? []);
      const chances = chancesOf(own, labels.length);
      return new Map(labels.map((label, at) => [label, chances[at] ?? 0]));
    },
  };
}

function rowOf(rows: Rows, feature: string, length: number): Row {
  const row = rows.get(feature) ?? { weights: new Float64Array(length), seen: new Float64Array(length) };
  rows.set(feature, row);
  return row;
}

function teach(own: readonly Row[], right: number, length: number): void {
  const errors = chancesOf(own, length);
  errors[right] = (errors[right] ?? 0) - 1;
  const share = 1 / Math.sqrt(own.length);
  for (let at = 0; at < length; at += 1) {
    const slope = (errors[at] ?? 0) * share;
    if (Math.abs(slope) < LEAST_ERROR) continue;
    for (const { weights, seen } of own) {
      const sum = (seen[at] ?? 0) + slope * slope;
      seen[at] = sum;
      weights[at] = (weights[at] ?? 0) - (STEP * slope) / Math.sqrt(sum + 1e-3);
    }
  }
}

function chancesOf(own: readonly Row[], length: number): Float64Array {
  const sums = new Float64Array(length);
  const share = 1 / Math.sqrt(Math.max(1, own.length));
  for (const { weights } of own)
    for (let at = 0; at < length; at += 1) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
  let most = -Infinity;
  for (let at = 0; at < length; at += 1) most = Math.max(most, (sums[at] ?? 0) * share);
  let all = 0;
  for (let at = 0; at < length; at += 1) {
    const raised = Math.exp((sums[at] ?? 0) * share - most);
    sums[at] = raised;
    all += raised;
  }
  for (let at = 0; at < length; at += 1) sums[at] = (sums[at] ?? 0) / all;
  return sums;
}
