import 'server-only';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { queueMail } from '#lib/kernel/mail/queue-mail.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import * as confirm from '#lib/stages/identity/second-factor/confirm-factor.ts';
import { noteWrongCode } from '#lib/stages/identity/second-factor/note-wrong-code.ts';
import { readFactor } from '#lib/stages/identity/second-factor/read-factor.ts';
import * as remove from '#lib/stages/identity/second-factor/remove-factor.ts';

const ACTIONS = { added: 'identity.factor_confirmed', removed: 'identity.factor_removed' } as const;

type CodeArgs = { code: string; requestId: string };
type Change = keyof typeof ACTIONS;
/** What a code was for: done with a result, or refused for as long as the factor is shut. */
type Outcome<T> = { done: T } | { lockedForS: number };

/** Returns the recovery codes. Throws `step_up_required` for a wrong code, `rate_limited` after too many. */
export function confirmFactor(viewer: Viewer, args: CodeArgs): Promise<string[]> {
  return withCode(viewer, args, 'added', (tx) => confirm.confirmFactor(viewer, tx, { code: args.code }));
}

/** Throws `step_up_required` for a wrong code, `rate_limited` after too many. */
export async function removeFactor(viewer: Viewer, args: CodeArgs): Promise<void> {
  await withCode(viewer, args, 'removed', async (tx) =>
    (await remove.removeFactor(viewer, tx, { code: args.code })) ? true : null,
  );
}

/** The count of a wrong code commits before the refusal is thrown. */
async function withCode<T>(
  viewer: Viewer,
  { requestId }: CodeArgs,
  change: Change,
  work: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  const outcome = await withViewer(viewer, async (tx): Promise<Outcome<T>> => {
    const done = await work(tx);
    await (done === null ? noteWrongCode(viewer, tx) : tellPerson(viewer, tx, change));
    await recordAudit(viewer, tx, [
      done === null
        ? { action: 'identity.factor_wrong_code', outcome: 'denied', stage: 'identity', requestId }
        : { action: ACTIONS[change], outcome: 'allowed', stage: 'identity', requestId },
    ]);
    return done === null ? { lockedForS: (await readFactor(viewer, tx)).lockedForS } : { done };
  });
  if ('done' in outcome) return outcome.done;
  if (outcome.lockedForS > 0) throw new AppError('rate_limited', { retryAfterS: outcome.lockedForS });
  throw new AppError('step_up_required');
}

/** So that nobody's second factor comes or goes without their hearing of it. */
async function tellPerson(viewer: Viewer, tx: Tx, change: Change): Promise<void> {
  const { email } = await tx.person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: { email: true },
  });
  await queueMail(viewer, tx, { to: email, template: 'factor_notice', facts: { change } });
}
