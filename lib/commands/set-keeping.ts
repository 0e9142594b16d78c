import 'server-only';
import type { Keeping, KeepingRequest } from '#lib/contract/keeping.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { organisationPeriodDays } from '#lib/stages/admission/organisation-period.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { applyToStored, setKeepDays } from '#lib/stages/history/keeping/change-keeping.ts';
import { readKeeping } from '#lib/stages/history/keeping/read-keeping.ts';

/**
 * Sets for how long the viewer's own conversations are kept; with `stored`, what is stored already too. Throws `malformed` for a
 * period that is not shorter than the organisation's, `changed` where another number would be deleted than was confirmed.
 */
export async function setKeeping(
  viewer: Viewer,
  { days, stored }: KeepingRequest,
  requestId: string,
): Promise<Keeping> {
  return withViewer(viewer, async (tx) => {
    const organisationDays = await organisationPeriodDays(viewer, tx);
    if (days !== null && days >= organisationDays) throw new AppError('malformed');
    if (days === null && stored) throw new AppError('malformed');
    await setKeepDays(viewer, tx, days);
    const entry = {
      action: 'conversation.period_set',
      outcome: 'allowed',
      rule: days === null ? 'organisation' : `${days} days`,
      requestId,
    } satisfies AuditEntry;
    if (days === null || !stored) {
      await recordAudit(viewer, tx, [entry]);
      return readKeeping(viewer, tx, organisationDays);
    }
    const done = await applyToStored(viewer, tx, days);
    if (done.deleted !== stored.deleted) throw new AppError('changed');
    await recordAudit(viewer, tx, [
      { ...entry, facts: done },
      ...(done.deleted > 0 ? [deletedByPeriod(done.deleted, requestId)] : []),
    ]);
    return readKeeping(viewer, tx, organisationDays);
  });
}

function deletedByPeriod(count: number, requestId: string): AuditEntry {
  return { action: 'conversation.deleted', outcome: 'allowed', rule: 'period', facts: { count }, requestId };
}
