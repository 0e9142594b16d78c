import { createHash } from 'node:crypto';
import { packTable } from '#lib/stages/input-guard/classifier/place-table.ts';
import type { Quantised } from './quantise.ts';

export const WEIGHTS_FILE = 'lib/stages/input-guard/classifier/weights.ts';

/** The module of weights, byte for byte the same for the same weights. */
export function renderWeights({ table, levels, scale, bias }: Quantised, examples: number): string {
  const digest = createHash('sha256').update(table).digest('hex').slice(0, 16);
  const packed = packTable(table, levels);
  return `import 'server-only';

// Written by "npm run guard:train" from ${examples} examples; SHA-256 of the table begins ${digest}. Do not edit.
export const BIAS = ${bias};
export const SCALE = ${scale};
export const PACKED = {
  levels: [${levels.join(', ')}],
  marks:
    '${packed.marks}',
  steps:
    '${packed.steps}',
};
`;
}
