import { createHash } from 'node:crypto';
import type { Quantised } from './quantise.ts';

export const WEIGHTS_FILE = 'lib/stages/input-guard/classifier/weights.ts';

/** The module of weights, byte for byte the same for the same weights. */
export function renderWeights({ bytes, scale, bias }: Quantised, examples: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digest = createHash('sha256').update(buffer).digest('hex').slice(0, 16);
  return `import 'server-only';

// Written by "npm run guard:train" from ${examples} examples; SHA-256 of the bytes begins ${digest}. Do not edit.
export const BIAS = ${bias};
export const SCALE = ${scale};
export const WEIGHTS_BASE64 =
  '${buffer.toString('base64')}';
`;
}
