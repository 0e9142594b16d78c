import 'server-only';
import { createHmac, hkdfSync } from 'node:crypto';
import { env } from '../env.ts';

/**
 * HMAC-SHA256 under a key derived for one purpose from the session secret. For values that must be compared or
 * counted but not guessed back: a plain hash of a short text can be found by trying.
 */
export function keyedHash(purpose: string, text: string): Buffer<ArrayBuffer> {
  const key = Buffer.from(hkdfSync('sha256', env().SESSION_SECRET, '', `countersign:hash:${purpose}`, 32));
  return Buffer.from(createHmac('sha256', key).update(text, 'utf8').digest());
}
