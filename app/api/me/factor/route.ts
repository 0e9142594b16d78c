import { confirmFactor, removeFactor } from '#lib/commands/change-factor.ts';
import { enrolFactor } from '#lib/commands/enrol-factor.ts';
import { doneSchema, emptySchema } from '#lib/contract/answers.ts';
import {
  enrolmentSchema,
  factorCodeSchema,
  factorStateSchema,
  recoveryCodesSchema,
} from '#lib/contract/factor.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { readSession } from '#lib/stages/identity/read-session.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { readFactor } from '#lib/stages/identity/second-factor/read-factor.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

const MAX_BYTES = 1_000;

export const { PATCH } = refuseMethods('factor', 'GET', 'POST', 'PUT', 'DELETE');

/** The viewer's own second factor: its state, never its secret. */
export const GET = auditedRoute('factor', async () => {
  const { viewer } = await requireViewer();
  return jsonResponse(factorStateSchema, await withViewer(viewer, (tx) => readFactor(viewer, tx)));
});

/** Begins to set one up, right after signing in: the one answer that holds the secret. */
export const POST = auditedRoute('factor', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer, profile } = await requireViewer();
  await readJson(request, emptySchema, MAX_BYTES);
  const signedInAtS = (await readSession())?.signedInAtS ?? 0;
  const enrolment = await enrolFactor(viewer, { account: profile.email, signedInAtS, requestId });
  return jsonResponse(enrolmentSchema, enrolment, 201);
});

/** Confirms it with a first code: the one answer that holds the recovery codes. */
export const PUT = auditedRoute('factor', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { code } = await readJson(request, factorCodeSchema, MAX_BYTES);
  return jsonResponse(recoveryCodesSchema, {
    recoveryCodes: await confirmFactor(viewer, { code, requestId }),
  });
});

/** Removes it, for a code of it. */
export const DELETE = auditedRoute('factor', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { code } = await readJson(request, factorCodeSchema, MAX_BYTES);
  await removeFactor(viewer, { code, requestId });
  return jsonResponse(doneSchema, { ok: true });
});
