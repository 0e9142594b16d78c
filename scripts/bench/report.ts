import { availableParallelism, cpus } from 'node:os';

/** One figure. Where there is a baseline it was measured in the same run, in the same unit, and `ratio` is value through baseline. */
export type BenchRow = {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** In words, such as "≤ 2.5 × baseline". */
  readonly target: string;
  readonly met: boolean;
};
export type BenchReport = {
  readonly name: string;
  readonly machine: string;
  readonly rows: readonly BenchRow[];
};

/** What it was measured on. */
export function machine(): string {
  return `${cpus()[0]?.model.trim() ?? 'unknown'} × ${availableParallelism()}, Node ${process.version}, ${process.platform}`;
}

/** As JSON, figures rounded to four digits: more is noise. */
export function reportText(report: BenchReport): string {
  const digits = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  return `${JSON.stringify(report, digits)}\n`;
}

/** As a table for people. */
export function describeReport({ name, machine: on, rows }: BenchReport): string {
  const lines = rows.map(({ id, unit, value, baseline, ratio, target, met }) => {
    const beside =
      baseline === null || ratio === null ? '' : `, baseline ${short(baseline)} (${short(ratio)} ×)`;
    return `  ${met ? 'met   ' : 'MISSED'} ${id.padEnd(28)} ${short(value)} ${unit}${beside}; target ${target}`;
  });
  return [`${name}, on ${on}`, ...lines, ''].join('\n');
}

function short(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString('en');
}

/** The value below which `at` of them lie. */
export function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)] ?? Number.NaN;
}
