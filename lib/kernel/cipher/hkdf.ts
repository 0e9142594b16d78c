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

/** Where the hashes of a MAC are put together, their pads in place. Nothing waits within one, so that each call has them for itself. */
const inner = Buffer.alloc(2 * BLOCK_BYTES, INNER);
const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, OUTER);

/** RFC 2104. Digests come as text of one character a byte: a buffer of its own for each takes longer than the hash does. */
function hmacSha512(key: Uint8Array, message: Uint8Array): Buffer {
  const short = key.length > BLOCK_BYTES ? hash('sha512', key, 'buffer') : key;
  const end = BLOCK_BYTES + message.length;
  const hashed = end <= inner.length ? inner : Buffer.alloc(end, INNER);
  const { length } = short;
  for (let at = 0; at < length; at += 1) {
    const byte = short[at] ?? 0;
    hashed[at] = byte ^ INNER;
    outer[at] = byte ^ OUTER;
  }
  hashed.set(message, BLOCK_BYTES);
  outer.write(hash('sha512', hashed.subarray(0, end), 'binary'), BLOCK_BYTES, 'latin1');
  const mac = Buffer.from(hash('sha512', outer, 'binary'), 'latin1');
  // The pads are whole again, and no key stays behind.
  inner.fill(INNER);
  outer.fill(OUTER);
  return mac;
}
