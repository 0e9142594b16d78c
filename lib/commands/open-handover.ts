import 'server-only';
import { billingReader } from '#lib/billing/reader.ts';
import type { HandoverRequest } from '#lib/contract/cases.ts';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { BillingReader, Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { createCase } from '#lib/stages/history/cases/create-case.ts';
import { findOwn } from '#lib/stages/history/cases/find-own.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';

/**
 * Puts what a person wrote and approved into the agents' inbox: the summary, canonical and without card numbers, and the
 * invoices they linked. Nothing of the conversation goes along. Throws `not_found` for a conversation or an invoice that is
 * not theirs, `rate_limited` beyond the limits, `not_eligible` for staff.
 */
export async function openHandover(
  viewer: Viewer,
  request: HandoverRequest,
  requestId: string,
): Promise<{ caseId: string }> {
  if (!maySee(viewer.role, 'chat')) throw new AppError('not_eligible');
  const { text, removed } = prepareMessage(request.summary);
  const invoices = [...new Set(request.invoices)];
  const conversationId = request.conversationId ?? null;
  const created = await withViewer(viewer, async (tx) => {
    if (conversationId !== null) await findOwn(viewer, tx, { conversationId });
    await requireInvoices(billingReader(viewer, tx), invoices);
    const made = await createCase(viewer, tx, {
      kind: 'handover',
      conversationId,
      turnId: null,
      ground: null,
      body: { text: text.trim(), invoices },
    });
    const redacted = Object.values(removed).reduce((sum, count) => sum + count, 0);
    await recordAudit(viewer, tx, [
      {
        action: 'handover.opened',
        requestId,
        ...('id' in made
          ? { outcome: 'allowed', subjectKind: 'case', subjectId: made.id }
          : { outcome: 'denied', rule: made.refused }),
        facts: { invoices: invoices.length, redacted },
      },
    ]);
    return made;
  });
  if ('refused' in created) throw new AppError('rate_limited', { retryAfterS: created.retryAfterS });
  return { caseId: created.id };
}

/** Each number names an invoice that this person may read. */
async function requireInvoices(reader: BillingReader, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    const [found] = await reader.listInvoices({ number, limit: 1 });
    if (!found) throw new AppError('not_found');
  }
}
