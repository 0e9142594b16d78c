import 'server-only';
import { createCipheriv } from 'node:crypto';

/** One block of AES, in bytes. */
export const BLOCK_BYTES = 16;

/** Turns each block of a whole number of them into another; the same key and block, the same result. */
export type KeyedBlocks = (blocks: Uint8Array) => Buffer;

/**
 * AES-256 (FIPS 197) as a keyed pseudo-random permutation of each block by itself. For values that are looked up by equality and must
 * not be guessed back without the key, as a keyed hash is, where there are many short ones: a whole text's in one call. It hides
 * nothing else: equal blocks stay equal, so it is no way to encrypt a message.
 * @param key 32 bytes
 */
export function keyedBlocks(key: Uint8Array): KeyedBlocks {
  // Without chaining and padding the cipher has no state between blocks: one serves for ever.
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
}
