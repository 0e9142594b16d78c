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
/** Chosen by cross-validation over the examples, as is the number of rounds. */
const STEP = 0.6;
/** An error smaller than this teaches nothing. */
const LEAST_ERROR = 4e-3;

/** Of each feature a row, of each label a column: what it weighs, and what it was corrected by so far, squared. */
type Table = {
  readonly labels: number;
  readonly weights: Float32Array;
  readonly seen: Float32Array;
  /** The chances of the labels while one text is looked at, and which of them are to be corrected. */
  readonly chances: Float64Array;
  readonly wrong: Int32Array;
};

/**
 * Learns from examples which features speak for which label: multinomial logistic regression (a linear model with softmax),
 * trained by stochastic gradient descent with AdaGrad steps (Duchi, Hazan and Singer 2011). The examples are taken in
 * their order, so that the same examples always teach the same.
 */
export function learn<Label extends string>(examples: readonly Example<Label>[]): Learned<Label> {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const rows = new Map<string, number>();
  const known = examples.map(({ features, label }) => ({
    own: Int32Array.from(features, (feature) => rowOf(rows, feature)),
    right: labels.indexOf(label),
  }));
  const table = emptyTable(rows.size, labels.length);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { own, right } of known) teach(table, own, right);
  return {
    knows: (feature) => rows.has(feature),
    guess: (features) => {
      weigh(table, Int32Array.from(features.flatMap((feature) => rows.get(feature) ?? [])));
      return new Map(labels.map((label, at) => [label, table.chances[at] ?? 0]));
    },
  };
}

function emptyTable(rows: number, labels: number): Table {
  return {
    labels,
    weights: new Float32Array(rows * labels),
    seen: new Float32Array(rows * labels),
    chances: new Float64Array(labels),
    wrong: new Int32Array(labels),
  };
}

function rowOf(rows: Map<string, number>, feature: string): number {
  const known = rows.get(feature);
  if (known !== undefined) return known;
  rows.set(feature, rows.size);
  return rows.size - 1;
}

function teach(table: Table, own: Int32Array, right: number): void {
  const { labels, weights, seen, chances, wrong } = table;
  weigh(table, own);
  chances[right] = (chances[right] ?? 0) - 1;
  const share = 1 / Math.sqrt(own.length);
  let count = 0;
  for (let label = 0; label < labels; label += 1) {
    const slope = (chances[label] ?? 0) * share;
    chances[label] = slope;
    if (Math.abs(slope) < LEAST_ERROR) continue;
    wrong[count] = label;
    count += 1;
  }
  for (const row of own) {
    for (let at = 0; at < count; at += 1) {
      const label = wrong[at] ?? 0;
      const place = row * labels + label;
      const slope = chances[label] ?? 0;
      const sum = (seen[place] ?? 0) + slope * slope;
      seen[place] = sum;
      weights[place] = (weights[place] ?? 0) - (STEP * slope) / Math.sqrt(sum + 1e-3);
    }
  }
}

/** Fills in the chances of a text with these features; they sum to 1. */
function weigh({ labels, weights, chances }: Table, own: Int32Array): void {
  chances.fill(0);
  for (const row of own)
    for (let label = 0; label < labels; label += 1)
      chances[label] = (chances[label] ?? 0) + (weights[row * labels + label] ?? 0);
  const share = 1 / Math.sqrt(Math.max(1, own.length));
  let most = -Infinity;
  for (const sum of chances) most = Math.max(most, sum * share);
  let all = 0;
  for (let label = 0; label < labels; label += 1) {
    const raised = Math.exp((chances[label] ?? 0) * share - most);
    chances[label] = raised;
    all += raised;
  }
  for (let label = 0; label < labels; label += 1) chances[label] = (chances[label] ?? 0) / all;
}
