import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';

/**
 * What one transaction removed. `children` is what went with it. Where nothing was removed there is nothing left to do, unless it
 * `goesOn`.
 */
export type Batch = {
  readonly removed: number;
  readonly children?: number;
  readonly keysDestroyed?: number;
  readonly goesOn?: boolean;
};

/**
 * Removes one batch of what is due, in the caller's transaction, and skips what another worker holds. Which rows are due and which are
 * on hold is checked a second time by row-level security.
 */
export type Purge = (tx: Tx) => Promise<Batch>;
