import { randomBytes } from 'node:crypto';

/** New secrets of an installation, by the names of their settings. */
export function newSecrets(): Record<
  'SESSION_SECRET' | 'HASH_SECRET' | 'KEK_KEYRING' | 'RECEIPT_SIGNING_KEY' | 'DEMO_PASSWORD',
  string
> {
  return {
    SESSION_SECRET: randomBytes(48).toString('base64url'),
    HASH_SECRET: randomBytes(48).toString('base64url'),
    KEK_KEYRING: `kek-1:${randomBytes(32).toString('base64')}`,
    RECEIPT_SIGNING_KEY: randomBytes(32).toString('base64url'),
    DEMO_PASSWORD: randomBytes(12).toString('base64url'),
  };
}
