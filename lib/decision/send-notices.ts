import 'server-only';
import { readContactNotice, readRefundNotice } from '#lib/billing/changes/read-notices.ts';
import { asWriter, type Tx } from '#lib/kernel/db.ts';
import { queueMail } from '#lib/kernel/mail/queue-mail.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { ProposalRow } from '#lib/stages/approvals/rows.ts';

/** Tells the billing address what was done, by mail that is sent when the decision commits. The old address, where it changes. */
export async function sendNotices(
  viewer: Viewer,
  requester: Viewer,
  tx: Tx,
  { id, tool, personId }: ProposalRow,
): Promise<void> {
  if (tool === 'change_billing_contact') {
    const notice = await asWriter(tx, () => readContactNotice(requester, tx));
    if (!notice) return;
    const { to, ...facts } = notice;
    await queueMail(viewer, tx, { to, template: 'contact_change_notice', facts, personId });
  }
  if (tool === 'refund') {
    const notice = await asWriter(tx, () => readRefundNotice(requester, tx, id));
    if (!notice) return;
    const { to, ...facts } = notice;
    await queueMail(viewer, tx, { to, template: 'refund_notice', facts, personId });
  }
}
