import { cpus } from 'node:os';

/** One figure of a benchmark, beside its baseline of the same run where it has one. */
export type BenchRow = {
  id: string;
  unit: string;
  value: number;
  baseline: number | null;
  ratio: number | null;
  target: string;
  met: boolean;
};
export type Bench = { name: string; machine: string; rows: BenchRow[] };

export function toBench(name: string, rows: BenchRow[]): Bench {
  const cores = cpus();
  return {
    name,
    machine: `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`,
    rows,
  };
}

/** As a person reads it, a line for each figure. */
export function describeBench({ machine, rows }: Bench): string {
  const lines = rows.map(({ id, unit, value, baseline, ratio, target, met }) => {
    const beside = baseline === null ? '' : `, beside ${baseline.toFixed(1)} ${unit}`;
    const times = ratio === null ? '' : `, ratio ${ratio.toFixed(2)}`;
    return `${id.padEnd(28)} ${value.toFixed(1)} ${unit}${beside}${times} (${target}: ${met ? 'met' : 'not met'})`;
  });
  return [machine, ...lines, ''].join('\n');
}
