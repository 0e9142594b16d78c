import 'server-only';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { isFreshSignIn } from '#lib/stages/identity/is-fresh-sign-in.ts';
import * as factor from '#lib/stages/identity/second-factor/enrol-factor.ts';

type EnrolArgs = { account: string; signedInAtS: number; requestId: string };

/**
 * Begins to set up the viewer's second factor. Throws `step_up_required` where the sign-in is not a fresh one,
 * `no_longer_possible` where a confirmed factor stands.
 */
export async function enrolFactor(viewer: Viewer, args: EnrolArgs): Promise<factor.Enrolment> {
  const enrolment = await withViewer(viewer, async (tx) => {
    const isFresh = await isFreshSignIn(viewer, tx, args);
    await note(viewer, tx, { requestId: args.requestId, outcome: isFresh ? 'allowed' : 'denied' });
    return isFresh ? factor.enrolFactor(viewer, tx, { account: args.account }) : null;
  });
  // Thrown once the entry is committed.
  if (!enrolment) throw new AppError('step_up_required');
  return enrolment;
}

async function note(viewer: Viewer, tx: Tx, entry: { requestId: string; outcome: 'allowed' | 'denied' }) {
  await recordAudit(viewer, tx, [{ action: 'identity.factor_enrolled', stage: 'identity', ...entry }]);
}
