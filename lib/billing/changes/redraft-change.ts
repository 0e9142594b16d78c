import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeArguments, Viewer } from '#lib/kernel/ports.ts';
import { requireArea } from '../tenant-of.ts';
import { changeOf } from './change-table.ts';
import type { Drafted } from './define-change.ts';

/**
 * Drafts stored arguments again from the facts of this moment and keeps those facts: their rows are locked until the
 * transaction ends. Inside `asWriter`. For unchanged facts the draft is the same in every part.
 * Throws `not_eligible` without sight of money, `no_longer_possible` for arguments that the tool's schema does not know.
 */
export async function redraftChange(viewer: Viewer, tx: Tx, args: ChangeArguments): Drafted {
  requireArea(viewer, 'money');
  return changeOf(args).redraft(viewer, tx, args);
}
