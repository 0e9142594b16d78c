import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import * as factor from '#lib/stages/identity/second-factor/enrol-factor.ts';

/** Begins to set up the viewer's second factor. Throws `no_longer_possible` where a confirmed one stands. */
export async function enrolFactor(
  viewer: Viewer,
  args: { account: string; requestId: string },
): Promise<factor.Enrolment> {
  return withViewer(viewer, async (tx) => {
    const enrolment = await factor.enrolFactor(viewer, tx, { account: args.account });
    await recordAudit(viewer, tx, [
      {
        action: 'identity.factor_enrolled',
        outcome: 'allowed',
        stage: 'identity',
        requestId: args.requestId,
      },
    ]);
    return enrolment;
  });
}
