import 'server-only';
import { MAX_EMAIL_CHARACTERS } from './policy.ts';

const PLAIN =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/**
 * The address in the one form that is stored and compared, or null. Only ASCII passes, tested before anything folds it:
 * `a＠b.com` and Cyrillic letters look like another person's address.
 */
export function parseEmail(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > MAX_EMAIL_CHARACTERS) return null;
  if (!/^[\x20-\x7e]*$/.test(input) || input.normalize('NFKC') !== input) return null;
  const address = input.trim().toLowerCase();
  return PLAIN.test(address) ? address : null;
}
