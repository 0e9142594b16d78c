import 'server-only';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import { open } from '#lib/kernel/cipher/envelope.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { actFor } from '#lib/stages/approvals/act-for.ts';
import { mintNonce } from '#lib/stages/approvals/mint-nonce.ts';
import { readStored, showStored, type StoredCard } from '#lib/stages/approvals/read-card.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { loadKey } from '#lib/stages/history/load-key.ts';
import { reasonContext } from '#lib/stages/history/reason-context.ts';

/**
 * One card, with a nonce of this viewer's own where there is something for them to decide. A finance approver opens a case by
 * it, which is audited. Throws `not_found`.
 */
export async function openApproval(
  viewer: Viewer,
  args: { id: string; requestId: string },
): Promise<OfferedApproval> {
  const acting = await withViewer(viewer, (tx) => actFor(viewer, tx, args.id));
  return withViewer(acting, async (tx) => {
    const stored = await readStored(acting, tx, args.id);
    const { row } = stored;
    if (acting.actingTenantId) {
      const opened = { action: 'staff.opened', outcome: 'allowed', requestId: args.requestId } as const;
      await recordAudit(acting, tx, [{ ...opened, subjectKind: 'proposal', subjectId: row.id }]);
    }
    const card = showStored(acting, stored, await readReason(acting, tx, stored));
    const isTheirs = card.state === (acting.actingTenantId ? 'confirmed' : 'pending');
    const mayTakeBack = card.state === 'confirmed' && row.personId === acting.personId;
    return { ...card, nonce: isTheirs || mayTakeBack ? await mintNonce(acting, tx, row) : null };
  });
}

/** The model's words, for the person they were said to, while the conversation exists. */
async function readReason(viewer: Viewer, tx: Tx, { row, reason }: StoredCard): Promise<string | null> {
  if (reason === null || row.personId !== viewer.personId) return null;
  const { conversationId, id: proposalId } = row;
  try {
    const dataKey = await loadKey(viewer, tx, conversationId);
    return open(dataKey, reasonContext(viewer, { conversationId, proposalId }), reason);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
