import 'server-only';
import { hash } from 'node:crypto';

/** SHA-512: a block and a digest, in bytes. */
const BLOCK_BYTES = 128;
const DIGEST_BYTES = 64;
const [INNER, OUTER] = [0x36, 0x5c];

/**
 * HKDF (RFC 5869) with SHA-512, for outputs of one digest or less. Written out over one-shot hashes because `hkdfSync` hands its
 * work to a job and costs as much as encrypting a message does; the published vectors and a second implementation hold it to the RFC.
 * @param length at most 64 bytes
 */
export function hkdfSha512(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  if (length > DIGEST_BYTES) throw new RangeError('One digest or less');
  const extracted = hmacSha512(salt, key);
  const counted = Buffer.allocUnsafe(info.length + 1);
  counted.set(info);
  counted[info.length] = 1;
  return hmacSha512(extracted, counted).subarray(0, length);
}

/** RFC 2104. */
function hmacSha512(key: Uint8Array, message: Uint8Array): Buffer {
  const short = key.length > BLOCK_BYTES ? hash('sha512', key, 'buffer') : key;
  const inner = Buffer.allocUnsafe(BLOCK_BYTES + message.length);
  const outer = Buffer.allocUnsafe(BLOCK_BYTES + DIGEST_BYTES);
  inner.fill(INNER, 0, BLOCK_BYTES);
  outer.fill(OUTER, 0, BLOCK_BYTES);
  for (let at = 0; at < short.length; at += 1) {
    const byte = short[at] ?? 0;
    inner[at] = byte ^ INNER;
    outer[at] = byte ^ OUTER;
  }
  inner.set(message, BLOCK_BYTES);
  outer.set(hash('sha512', inner, 'buffer'), BLOCK_BYTES);
  return hash('sha512', outer, 'buffer');
}
