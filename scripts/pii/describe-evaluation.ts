import type { KindScore } from './score-samples.ts';
import type { SetScore } from './score-sets.ts';
import type { Share } from './wilson.ts';

/** `held`: the same file by halves of its templates. */
export type FileScore = {
  file: string;
  samples: number;
  kinds: readonly KindScore[];
  halves: readonly (readonly KindScore[])[];
  timeUs: { p50: number; p99: number };
};
export type Evaluation = {
  seed: number;
  size: number;
  files: readonly FileScore[];
  sets: readonly SetScore[];
};

/** The figures as a person reads them. */
export function describeEvaluation({ seed, size, files, sets }: Evaluation, colours: boolean): string {
  const lines = files.flatMap(describeFile);
  lines.push(`generated sets, seed ${seed}, ${size} texts each`);
  for (const { name, measure, result, target, isMet } of sets) {
    const bound = `${measure === 'found' ? 'at least' : 'at most'} ${percent(target)}`;
    lines.push(
      `  ${name.padEnd(40)} ${measure.padEnd(8)} ${printShare(result).padEnd(42)} ${bound}${isMet ? '' : `  ${alarm('MISSED', colours)}`}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function describeFile({ file, samples, kinds, halves, timeUs }: FileScore): string[] {
  return [
    `${file}: ${samples} texts, ${timeUs.p50.toFixed(1)} µs each (99th percentile ${timeUs.p99.toFixed(1)})`,
    ...kinds.flatMap(({ kind, recall, precision, templates }) => [
      `  ${kind.padEnd(14)} found ${printShare(recall)}`,
      `  ${''.padEnd(14)} right ${printShare(precision)}`,
      `  ${''.padEnd(14)} mean over ${templates.count} templates ${percent(templates.recall)}${templates.worst === '' ? '' : `, least in ${templates.worst}`}; halves of the templates ${halves.map((half) => halfOf(half, kind)).join(' and ')}`,
    ]),
    '',
  ];
}

function halfOf(half: readonly KindScore[], kind: KindScore['kind']): string {
  const recall = half.find((score) => score.kind === kind)?.recall;
  return recall && recall.of > 0 ? `${percent(recall.share)} of ${recall.of}` : 'none';
}

function printShare({ count, of, share, low, high }: Share): string {
  return of === 0
    ? 'none'
    : `${percent(share)} (${count} of ${of}; 95 %: ${percent(low)} to ${percent(high)})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function alarm(text: string, colours: boolean): string {
  return colours ? `\u001b[31m${text}\u001b[0m` : text;
}
