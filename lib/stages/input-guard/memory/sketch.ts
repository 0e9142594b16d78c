import 'server-only';
import { FEWEST_SHINGLES, MARK_BYTES, SKETCH_MARKS } from './policy.ts';

/**
 * What is kept of an attack: the smallest of its marks, in order. With a keyed permutation in place of a random one this is the
 * bottom-k sketch of min-wise hashing: A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997;
 * E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007. It is a fair sample of the shingles, so the share of
 * it that stands in another text estimates how much of the attack does, whatever else stands there.
 * @returns `MARK_BYTES` bytes a mark, big-endian; null where the text has too few shingles to be told from others
 */
export function sketchOf(marks: Float64Array): Buffer<ArrayBuffer> | null {
  const distinct = new Set(marks);
  if (distinct.size < FEWEST_SHINGLES) return null;
  const kept = [...distinct].toSorted((a, b) => a - b).slice(0, SKETCH_MARKS);
  const sketch = Buffer.alloc(kept.length * MARK_BYTES);
  for (const [at, mark] of kept.entries()) sketch.writeUIntBE(mark, at * MARK_BYTES, MARK_BYTES);
  return sketch;
}

/** The marks of a stored sketch. */
export function marksOf(sketch: Uint8Array): number[] {
  const bytes = Buffer.from(sketch);
  return Array.from({ length: Math.floor(bytes.length / MARK_BYTES) }, (_, at) =>
    bytes.readUIntBE(at * MARK_BYTES, MARK_BYTES),
  );
}
