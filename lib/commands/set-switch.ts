import 'server-only';
import type { SwitchRequest } from '#lib/contract/switches.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { holdSwitch, throwSwitch } from '#lib/stages/admission/switches/throw-switch.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { isFreshSignIn } from '#lib/stages/identity/is-fresh-sign-in.ts';
import { isToolName } from '#lib/stages/tools/parse-arguments.ts';

type Asked = { request: SwitchRequest; signedInAtS: number; requestId: string };

/**
 * An administrator throws the kill switch, or takes it back. Pausing asks nothing but why: it is the safe side, whoever was faster.
 * Resuming takes a fresh sign-in and the state one saw. Throws `not_found` for everyone else and for a subject that is not there,
 * `step_up_required` where the sign-in is not fresh, `changed` where the switch was thrown again meanwhile.
 */
export async function setSwitch(viewer: Viewer, { request, signedInAtS, requestId }: Asked): Promise<void> {
  if (viewer.role !== 'admin') throw new AppError('not_found');
  const { scope, subject, paused, reason } = request;
  const entry = {
    action: paused ? 'switch.paused' : 'switch.resumed',
    stage: 'admission',
    rule: scope,
    subjectKind: 'switch',
    subjectId: subject,
    requestId,
    facts: { reason },
  } satisfies Omit<AuditEntry, 'outcome'>;
  const refusal = await withViewer(viewer, async (tx) => {
    if (!(await isThere(tx, request))) throw new AppError('not_found');
    const code = await refusalOf(viewer, tx, request, signedInAtS);
    if (!code) await throwSwitch(viewer, tx, { ...request, setBy: viewer.personId });
    await recordAudit(viewer, tx, [{ ...entry, outcome: code ? 'denied' : 'allowed' }]);
    return code;
  });
  // Thrown once the entry is committed.
  if (refusal) throw new AppError(refusal);
}

async function refusalOf(viewer: Viewer, tx: Tx, request: SwitchRequest, signedInAtS: number) {
  if (request.paused) return null;
  const stands = await holdSwitch(viewer, tx, request);
  if (!stands?.paused || stands.changedAt.toISOString() !== new Date(request.seen).toISOString())
    return 'changed';
  return (await isFreshSignIn(viewer, tx, { signedInAtS })) ? null : 'step_up_required';
}

/** Models come and go with settings, so any name may be one: pausing a name that nobody uses harms nobody. */
async function isThere(tx: Tx, { scope, subject }: SwitchRequest): Promise<boolean> {
  if (scope === 'global') return subject === '*';
  if (scope === 'tool') return isToolName(subject);
  if (scope === 'model') return true;
  return (
    isId(subject) && (await tx.tenant.findUnique({ where: { id: subject }, select: { id: true } })) !== null
  );
}
