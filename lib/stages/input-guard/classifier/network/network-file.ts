import 'server-only';
import { LEVELS, UNIT_PLACES, VECTOR_LENGTH } from '../policy.ts';
import { CONCEPT_ROWS, LAYERS_SIZE, type Network } from './network.ts';

/** Numbers are kept as so many parts of one, in 16 bits: from -8 to 8. */
const PARTS = 4096;
const [LEAST, MOST] = [-32_768, 32_767];
/** Two numbers of a unit share a byte, the first in its higher half: each one of a few levels. */
const STEPS_SIZE = (UNIT_PLACES * VECTOR_LENGTH) / 2;
const CONCEPTS_SIZE = CONCEPT_ROWS * VECTOR_LENGTH;
/** The marks, the units' levels, then in 16 bits each, lower byte first: the levels, the concepts, the layers. */
const [LEVELS_AT, CONCEPTS_AT] = [UNIT_PLACES + STEPS_SIZE, UNIT_PLACES + STEPS_SIZE + 2 * LEVELS];
const LAYERS_AT = CONCEPTS_AT + 2 * CONCEPTS_SIZE;
export const NETWORK_BYTES = LAYERS_AT + 2 * LAYERS_SIZE;

/** A network whose units' numbers are all of these levels, the lowest first. */
export type RoundedNetwork = Network & { readonly levels: readonly number[] };

export const rounded = (value: number): number =>
  Math.min(MOST, Math.max(LEAST, Math.round(value * PARTS))) / PARTS;

export function unpackNetwork(bytes: Uint8Array): RoundedNetwork {
  const numbers = readerOf(bytes);
  const levels = Array.from({ length: LEVELS }, (_, step) => numbers(LEVELS_AT, step));
  const steps = bytes.subarray(UNIT_PLACES, LEVELS_AT);
  const stepAt = (index: number): number => ((steps[index >>> 1] ?? 0) >>> (4 * (1 - (index & 1)))) & 0x0f;
  return {
    marks: bytes.slice(0, UNIT_PLACES),
    vectors: Float32Array.from({ length: 2 * STEPS_SIZE }, (_, index) => levels[stepAt(index)] ?? 0),
    concepts: Float32Array.from({ length: CONCEPTS_SIZE }, (_, index) => numbers(CONCEPTS_AT, index)),
    layers: Float32Array.from({ length: LAYERS_SIZE }, (_, index) => numbers(LAYERS_AT, index)),
    levels,
  };
}

export function packNetwork({ marks, vectors, concepts, layers, levels }: RoundedNetwork): Uint8Array {
  const bytes = new Uint8Array(NETWORK_BYTES);
  bytes.set(marks);
  const stepOf = new Map(levels.map((level, step) => [level, step]));
  for (const [index, value] of vectors.entries()) {
    const at = UNIT_PLACES + (index >>> 1);
    bytes[at] = (bytes[at] ?? 0) | ((stepOf.get(value) ?? 0) << (4 * (1 - (index & 1))));
  }
  write(bytes, LEVELS_AT, levels);
  write(bytes, CONCEPTS_AT, concepts);
  write(bytes, LAYERS_AT, layers);
  return bytes;
}

function readerOf(bytes: Uint8Array): (from: number, index: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return (from, index) => view.getInt16(from + 2 * index, true) / PARTS;
}

function write(bytes: Uint8Array, from: number, values: Iterable<number>): void {
  const view = new DataView(bytes.buffer);
  let at = from;
  for (const value of values) {
    view.setInt16(at, rounded(value) * PARTS, true);
    at += 2;
  }
}
