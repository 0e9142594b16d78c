import 'server-only';
import { fault } from '#faults';
import { applyChange } from '#lib/billing/changes/apply-change.ts';
import { asWriter, type Tx } from '#lib/kernel/db.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { recordEffect, wordEffect } from '#lib/stages/approvals/close-proposal.ts';
import type { StoredCard } from '#lib/stages/approvals/read-card.ts';
import type { Checked } from './recheck.ts';
import { sendNotices } from './send-notices.ts';

/** Writes the ledger key, then the ledger: exactly the arguments that were stored, shown and approved. */
export async function execute(
  viewer: Viewer,
  tx: Tx,
  stored: StoredCard,
  { requester }: Checked,
): Promise<ChangeEffect> {
  const { row } = stored;
  await recordEffect(viewer, tx, row);
  const effect = await asWriter(tx, () =>
    applyChange(requester, tx, stored.arguments, { proposalId: row.id }),
  );
  if (fault('double-apply'))
    await asWriter(tx, () => applyChange(requester, tx, stored.arguments, { proposalId: row.id }));
  await wordEffect(viewer, tx, row, effect.summary);
  await sendNotices(viewer, requester, tx, row);
  return effect;
}
