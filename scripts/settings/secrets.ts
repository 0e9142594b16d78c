import { randomBytes } from 'node:crypto';

/** New secrets of an installation, by the names of their settings. */
export function newSecrets(): {
  SESSION_SECRET: string;
  HASH_SECRET: string;
  KEK_KEYRING: string;
  DEMO_PASSWORD: string;
} {
  return {
    SESSION_SECRET: randomBytes(48).toString('base64url'),
    HASH_SECRET: randomBytes(48).toString('base64url'),
    KEK_KEYRING: `kek-1:${randomBytes(32).toString('base64')}`,
    DEMO_PASSWORD: randomBytes(12).toString('base64url'),
  };
}
