import 'server-only';

/** RFC 6238 as every authenticator app speaks it. `window`: steps before and after now whose code is taken too. */
export const TOTP = { algorithm: 'SHA1', digits: 6, periodS: 30, window: 1 } as const;

/** RFC 4226, section 4, R6: 160 bits, the length of the hash. */
export const SECRET_BYTES = 20;

/**
 * Every so many wrong codes in a row shut the factor for a while, right codes too. A code is one of a million and three are
 * good at a time: this leaves a thief of a session about one chance in seven hundred a day.
 */
export const WRONG_CODES = { lockEvery: 5, lockS: 15 * 60 } as const;

/**
 * Codes for whoever lost the authenticator. Letters and digits that are hard to mistake for one another (Crockford's base 32);
 * twelve of them are 60 bits.
 */
export const RECOVERY = {
  count: 10,
  alphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  groups: 3,
  groupCharacters: 4,
} as const;

/** Longest text that is looked at as a code. */
export const MAX_CODE_CHARACTERS = 32;
