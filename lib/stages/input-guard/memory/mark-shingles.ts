import 'server-only';
import { BLOCK_BYTES, type KeyedBlocks } from '#lib/kernel/cipher/keyed-blocks.ts';
import { MARK_BYTES, SHINGLE_BYTES } from './policy.ts';

const NOT_A_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;
const DIGIT = /\p{N}/gu;

/**
 * The keyed marks of a text's shingles in order: whole numbers of `MARK_BYTES` bytes. The same text gives the same marks under one key;
 * without the key nobody can try which text gave them. Linear in the text's length.
 * @param view a reading in screening form, so that case, hidden characters and look-alikes make no difference
 */
export function markShingles(view: string, keyed: KeyedBlocks): Float64Array {
  const bytes = Buffer.from(view.replace(NOT_A_LETTER, '').replace(DIGIT, '0'), 'utf8');
  const count = Math.max(0, bytes.length - SHINGLE_BYTES + 1);
  const blocks = new Uint8Array(count * BLOCK_BYTES);
  for (let at = 0; at < count; at += 1)
    for (let byte = 0; byte < SHINGLE_BYTES; byte += 1)
      blocks[at * BLOCK_BYTES + byte] = bytes[at + byte] ?? 0;
  const hidden = keyed(blocks);
  const marks = new Float64Array(count);
  for (let at = 0; at < count; at += 1) marks[at] = hidden.readUIntBE(at * BLOCK_BYTES, MARK_BYTES);
  return marks;
}
