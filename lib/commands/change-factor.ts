import 'server-only';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { AuditAction } from '#lib/stages/audit/policy.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import * as confirm from '#lib/stages/identity/second-factor/confirm-factor.ts';
import { noteWrongCode } from '#lib/stages/identity/second-factor/note-wrong-code.ts';
import { readFactor } from '#lib/stages/identity/second-factor/read-factor.ts';
import * as remove from '#lib/stages/identity/second-factor/remove-factor.ts';

type CodeArgs = { code: string; requestId: string };
/** What a code was for: done with a result, or refused for as long as the factor is shut. */
type Outcome<T> = { done: T } | { lockedForS: number };

/** Returns the recovery codes. Throws `step_up_required` for a wrong code, `rate_limited` after too many. */
export function confirmFactor(viewer: Viewer, args: CodeArgs): Promise<string[]> {
  return withCode(viewer, args, 'identity.factor_confirmed', (tx) =>
    confirm.confirmFactor(viewer, tx, { code: args.code }),
  );
}

/** Throws `step_up_required` for a wrong code, `rate_limited` after too many. */
export async function removeFactor(viewer: Viewer, args: CodeArgs): Promise<void> {
  await withCode(viewer, args, 'identity.factor_removed', async (tx) =>
    (await remove.removeFactor(viewer, tx, { code: args.code })) ? true : null,
  );
}

/** The count of a wrong code commits before the refusal is thrown. */
async function withCode<T>(
  viewer: Viewer,
  { requestId }: CodeArgs,
  action: AuditAction,
  work: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  const outcome = await withViewer(viewer, async (tx): Promise<Outcome<T>> => {
    const done = await work(tx);
    if (done === null) await noteWrongCode(viewer, tx);
    await recordAudit(viewer, tx, [
      done === null
        ? { action: 'identity.factor_wrong_code', outcome: 'denied', stage: 'identity', requestId }
        : { action, outcome: 'allowed', stage: 'identity', requestId },
    ]);
    return done === null ? { lockedForS: (await readFactor(viewer, tx)).lockedForS } : { done };
  });
  if ('done' in outcome) return outcome.done;
  if (outcome.lockedForS > 0) throw new AppError('rate_limited', { retryAfterS: outcome.lockedForS });
  throw new AppError('step_up_required');
}
