import 'server-only';
import type { LabReport, Matrix } from '#lib/contract/lab/matrix.ts';

/** The matrix in the form that `npm run lab -- --json` prints. */
export function toLabReport({ attacks, benign }: Matrix): LabReport {
  return {
    attacks: attacks.map(({ id, owasp, results }) => ({
      id,
      owasp,
      results: mapValues(results, ({ outcome, stoppedBy }) => ({
        outcome,
        ...(stoppedBy ? { stoppedBy } : {}),
      })),
    })),
    benign: mapValues(benign, ({ tasks, completed, falseBlocks }) => ({ tasks, completed, falseBlocks })),
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
