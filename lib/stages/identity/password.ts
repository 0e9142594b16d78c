import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { ARGON2, MAX_PASSWORD_CHARACTERS } from './policy.ts';

let decoy: Promise<string> | undefined;

/** An argon2id hash in PHC format, salt and parameters included. For set-up, seeds and fixtures. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2);
}

/**
 * Whether this is the password. Without a hash (no such account, or one without a password) the same work is done against
 * a decoy, so that time says nothing.
 */
export async function verifyPassword(passwordHash: string | null, password: unknown): Promise<boolean> {
  const against = await (decoy ??= hashPassword(randomBytes(24).toString('base64url')));
  const given = typeof password === 'string' && password.length <= MAX_PASSWORD_CHARACTERS ? password : '';
  const matches = await verify(passwordHash ?? against, given.normalize('NFKC'));
  return matches && passwordHash !== null && given !== '';
}
