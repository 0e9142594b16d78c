import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeArguments, ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { requireArea } from '../tenant-of.ts';
import { changeOf } from './change-table.ts';
import type { Decided } from './define-change.ts';

/**
 * Writes the ledger as the arguments say, and nothing beyond. Inside `asWriter`, after `redraftChange` of the same arguments, in
 * the transaction that inserted the `cs.effect` of this proposal: without it the database refuses every row.
 * Throws `not_eligible` without sight of money, `no_longer_possible` where what it counts on is gone.
 */
export async function applyChange(
  viewer: Viewer,
  tx: Tx,
  args: ChangeArguments,
  decided: Decided,
): Promise<ChangeEffect> {
  requireArea(viewer, 'money');
  return changeOf(args).apply(viewer, tx, args, decided);
}
