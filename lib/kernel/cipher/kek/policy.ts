import 'server-only';

/** What stands before the id of a key in AWS KMS, in `data_key.kek_id`. */
export const KMS_PREFIX = 'aws-kms:';

/**
 * Keys that a remote service has unwrapped are kept this long, and so many of them, so that a conversation does not ask for its
 * key with every message. A ring of our own needs no such memory.
 */
export const CACHE = { keptMs: 120_000, entries: 1_000 } as const;

/**
 * How long one call of the service may take, and how often it is tried: a key is needed inside a transaction, whose connection
 * waits as long. Attempts and pauses between them end well within TRANSACTION_MS of lib/kernel/db.ts.
 */
export const KMS_CALL = {
  connectMs: 1_000,
  requestMs: 2_000,
  totalMs: 5_000,
  attempts: 2,
  retryAfterS: 5,
} as const;
