import 'server-only';

/** Keys of one statement. Small enough that whoever deletes a conversation never waits long for a batch. */
export const REWRAP_BATCH = 1_000;
/** Keys that are asked of a remote service at once. */
export const REWRAP_AT_ONCE = 20;
/** How often what is left is looked through again: rows that somebody else held are passed over and come back. */
export const REWRAP_PASSES = 100;
export const PASS_PAUSE_MS = 50;
/** How long retiring a key waits for writers that still use it. */
export const RETIRE_WAIT = '10s';
/**
 * A retired key stays on the ring this long, so that a backup of wrapped keys can still be restored; such backups are kept no longer
 * (docs/keys.md). The rotation after that leaves it out.
 */
export const RETIRED_KEPT_DAYS = 7;
