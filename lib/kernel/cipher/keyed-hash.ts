import 'server-only';
import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '../env.ts';

/**
 * HMAC-SHA256 under a key derived for one purpose from HASH_SECRET, or from SESSION_SECRET where there is none yet: so were all
 * hashes before there were two. For values that must be compared or
 * counted but not guessed back: a plain hash of a short text can be found by trying.
 */
export function keyedHash(purpose: string, text: string): Buffer<ArrayBuffer> {
  const { HASH_SECRET, SESSION_SECRET } = env();
  const key = Buffer.from(
    hkdfSync('sha256', HASH_SECRET || SESSION_SECRET, '', `countersign:hash:${purpose}`, 32),
  );
  return Buffer.from(createHmac('sha256', key).update(text, 'utf8').digest());
}
