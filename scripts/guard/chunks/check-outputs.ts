import type { GuardContext } from '#lib/stages/output-guard/create-output-guard.ts';
import { promptPassages } from '#lib/stages/prompt/prompt-passages.ts';
import { drawFrom } from '#scripts/pii/draw.ts';
import { allCuts, checkAgain, compareCuts, type Difference, randomCuts } from './check-chunks.ts';
import { makeOutputs } from './make-outputs.ts';

export type ChunkRun = {
  /** Short outputs that are cut everywhere, and long ones that are only cut at random. */
  outputs: number;
  longOutputs: number;
  randomCuts: number;
  seed: number;
};
export type ChunkReport = ChunkRun & {
  /** Ways to cut that were tried, by the number of places. */
  cuts: { one: number; two: number; three: number; random: number };
  /** Outputs of which something was removed, or that were stopped. */
  touched: number;
  differences: number;
  notIdempotent: number;
  examples: Difference[];
};

/** Enough for two numbers and an address, and few enough to be cut everywhere: 48 characters have 16,215 cuts at three places. */
const SHORT = [20, 48] as const;
const LONG = [200, 1_200] as const;
const EXAMPLES_MAX = 5;

/** What the guard works with in this run, the passages being those of the real system text. */
export function chunkContext(): GuardContext {
  return {
    emails: new Set(['owner@northwind.test', 'help@tallyhouse.test']),
    numbers: ['+353 1 555 0143', '+353 87 555 0177'],
    shownAs: (address) => (address === 'phone-1@vault.invalid' ? '+353 87 555 0177' : undefined),
    canary: 'cs7f3a91c04be85d26afe10b93',
    passages: promptPassages(),
  };
}

/** Compares every way to cut an output at one, two and three places, and random ways, with the uncut output. */
export function checkOutputs(run: ChunkRun, onOutput: () => void = () => undefined): ChunkReport {
  const context = chunkContext();
  const dangers = { ...context, own: [...context.emails, ...context.numbers, 'phone-1@vault.invalid'] };
  const short = makeOutputs(dangers, run.outputs, run.seed, SHORT);
  const long = makeOutputs(dangers, run.longOutputs, run.seed + 1, LONG);
  const draw = drawFrom(run.seed + 2);
  const report = emptyReport(run);
  const each = Math.ceil(run.randomCuts / Math.max(1, short.length + long.length));
  for (const text of [...short, ...long]) {
    const { expected, check } = compareCuts(context, text);
    const isShort = text.length <= SHORT[1];
    if (expected.rules !== '') report.touched += 1;
    note(report, 'notIdempotent', checkAgain(context, text, expected.text));
    const count = (kind: keyof ChunkReport['cuts'], cuts: readonly number[]): void => {
      report.cuts[kind] += 1;
      note(report, 'differences', check(cuts));
    };
    if (isShort) {
      for (const cuts of allCuts(text.length, 1)) count('one', cuts);
      for (const cuts of allCuts(text.length, 2)) count('two', cuts);
      for (const cuts of allCuts(text.length, 3)) count('three', cuts);
    }
    for (let index = 0; index < each; index += 1) count('random', randomCuts(draw, text.length));
    onOutput();
  }
  return report;
}

function emptyReport(run: ChunkRun): ChunkReport {
  const cuts = { one: 0, two: 0, three: 0, random: 0 };
  return { ...run, cuts, touched: 0, differences: 0, notIdempotent: 0, examples: [] };
}

function note(
  report: ChunkReport,
  kind: 'differences' | 'notIdempotent',
  difference: Difference | undefined,
): void {
  if (!difference) return;
  report[kind] += 1;
  if (report.examples.length < EXAMPLES_MAX) report.examples.push(difference);
}
