import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NETWORK_BYTES, packNetwork, type RoundedNetwork, unpackNetwork } from './network/network-file.ts';
import type { PlaceTable } from './place-table.ts';
import { LEVELS, MARKS, PLACES } from './policy.ts';

/** What the classifier has learned. A weight of the table is one of the levels, times `scale`; `bias` is what every text has. */
export type Weights = PlaceTable & {
  readonly levels: readonly number[];
  readonly scale: number;
  readonly bias: number;
  readonly network: RoundedNetwork;
};

/** From the project's root, where the server and every command are started. */
export const WEIGHTS_FILE = 'lib/stages/input-guard/classifier/weights.bin';

const [BITS_OF_MARK, BITS_OF_LEVEL] = [Math.log2(MARKS), Math.log2(LEVELS)];
/** Bias and scale as numbers of 64 bits, lowest byte first, the levels as signed bytes, then all marks, all weights' levels, the network. */
const [BIAS_AT, SCALE_AT, LEVELS_AT, MARKS_AT] = [0, 8, 16, 16 + LEVELS];
const STEPS_AT = MARKS_AT + Math.ceil((PLACES * BITS_OF_MARK) / 8);
const NETWORK_AT = STEPS_AT + Math.ceil((PLACES * BITS_OF_LEVEL) / 8);
export const FILE_BYTES = NETWORK_AT + NETWORK_BYTES;

export function readWeights(): Weights {
  return unpackWeights(readFileSync(join(process.cwd(), WEIGHTS_FILE)));
}

/** @throws RangeError when there are too few or too many bytes: a guard that has not all of its weights is none. */
export function unpackWeights(bytes: Uint8Array): Weights {
  if (bytes.length !== FILE_BYTES) throw new RangeError(`${WEIGHTS_FILE} has not ${FILE_BYTES} bytes.`);
  const numbers = new DataView(bytes.buffer, bytes.byteOffset);
  const levels = Array.from({ length: LEVELS }, (_, step) => numbers.getInt8(LEVELS_AT + step));
  const markAt = bitsOf(bytes.subarray(MARKS_AT, STEPS_AT), BITS_OF_MARK);
  const stepAt = bitsOf(bytes.subarray(STEPS_AT, NETWORK_AT), BITS_OF_LEVEL);
  return {
    marks: Uint8Array.from({ length: PLACES }, (_, place) => markAt(place)),
    weights: Int8Array.from({ length: PLACES }, (_, place) => levels[stepAt(place)] ?? 0),
    levels,
    scale: numbers.getFloat64(SCALE_AT, true),
    bias: numbers.getFloat64(BIAS_AT, true),
    network: unpackNetwork(bytes.subarray(NETWORK_AT)),
  };
}

export function packWeights({ marks, weights, levels, scale, bias, network }: Weights): Uint8Array {
  const bytes = new Uint8Array(FILE_BYTES);
  const numbers = new DataView(bytes.buffer);
  numbers.setFloat64(BIAS_AT, bias, true);
  numbers.setFloat64(SCALE_AT, scale, true);
  for (const [step, level] of levels.entries()) numbers.setInt8(LEVELS_AT + step, level);
  const stepOf = new Map(levels.map((level, step) => [level, step]));
  intoBits(bytes.subarray(MARKS_AT, STEPS_AT), BITS_OF_MARK, (place) => marks[place] ?? 0);
  intoBits(bytes.subarray(STEPS_AT, NETWORK_AT), BITS_OF_LEVEL, (place) => stepOf.get(weights[place] ?? 0) ?? 0); // prettier-ignore
  bytes.set(packNetwork(network), NETWORK_AT);
  return bytes;
}

/** Numbers of so many bits, one behind the other, the highest bit first. */
function bitsOf(bytes: Uint8Array, bits: number): (index: number) => number {
  return (index) => {
    const at = index * bits;
    const two = ((bytes[at >>> 3] ?? 0) << 8) | (bytes[(at >>> 3) + 1] ?? 0);
    return (two >>> (16 - bits - (at & 7))) & ((1 << bits) - 1);
  };
}

function intoBits(bytes: Uint8Array, bits: number, valueAt: (index: number) => number): void {
  for (let index = 0; index < PLACES; index += 1) {
    const at = index * bits;
    const two = valueAt(index) << (16 - bits - (at & 7));
    bytes[at >>> 3] = (bytes[at >>> 3] ?? 0) | (two >>> 8);
    if ((two & 0xff) !== 0) bytes[(at >>> 3) + 1] = (bytes[(at >>> 3) + 1] ?? 0) | (two & 0xff);
  }
}
