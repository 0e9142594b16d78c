import 'server-only';
import { randomBytes } from 'node:crypto';

/** Bytes fetched at a time: asking the system for a few costs as much as encrypting a message, and asking for many no more. */
const POOL_BYTES = 4_096;

let pool = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes for salts and nonces, which are public from the moment they are written. From the same source as `randomBytes`, many at
 * a time; each is handed out once. Keys are not made of these: what waits in memory must be worth nothing to whoever reads it.
 * @param length at most 4,096
 */
export function publicRandomBytes(length: number): Buffer {
  if (length > POOL_BYTES) throw new RangeError('One pool or less');
  if (pool.length - used < length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
