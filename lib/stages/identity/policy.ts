import 'server-only';

/** OWASP Password Storage Cheat Sheet, argon2id minimum: 19 MiB, two passes, one lane. `memoryCost` in KiB. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longest password, in characters: above NIST SP 800-63B's 64, and short enough to hash. */
export const MAX_PASSWORD_CHARACTERS = 256;
/** RFC 5321: longest path an address fits in. */
export const MAX_EMAIL_CHARACTERS = 254;

/** Half a working day and no extension: whoever is still there signs in again. */
export const SESSION_MAX_AGE_S = 12 * 60 * 60;

/** What adds a way to prove who one is asks for a sign-in this recent: a session left open, or stolen, is not enough. */
export const FRESH_SIGN_IN_S = 10 * 60;

/** `__Host-` pins the cookie to this very host over https; plain http (loopback only) can't set such a name. */
export const SESSION_COOKIE = { name: 'next-auth.session-token', httpsPrefix: '__Host-' } as const;

/**
 * Failed sign-ins. More than `failures` within `windowS` block the key for `firstBlockS`, doubled by each further block
 * within `memoryS`, up to `longestBlockS`: long enough against guessing, short enough that nobody is locked out for a day
 * by someone else. NIST SP 800-63B allows 100 in a row; this is about 60 guesses a day and account.
 */
export const THROTTLE = {
  account: { failures: 5, windowS: 900, firstBlockS: 900, longestBlockS: 3_600, memoryS: 86_400 },
  address: { failures: 20, windowS: 900, firstBlockS: 900, longestBlockS: 3_600, memoryS: 86_400 },
} as const;
export type ThrottleScope = keyof typeof THROTTLE;

/** Passwords checked at once in a process (libuv has four threads), and how many may wait. */
export const CHECKS = { running: 4, waiting: 100 } as const;

/** Longest form that `/api/auth/*` reads. */
export const MAX_FORM_BYTES = 16 * 1024;

/** What of next-auth can be reached; everything else is a 404. */
export const AUTH_ACTIONS = {
  GET: ['csrf', 'providers', 'session', 'signin', 'error', 'callback/oidc'],
  POST: ['callback/credentials', 'callback/demo', 'signin/oidc', 'signout'],
} as const;

export const SIGN_IN_PAGE = '/sign-in';
