import { setSwitch } from '#lib/commands/set-switch.ts';
import { doneSchema } from '#lib/contract/answers.ts';
import { SWITCH_BODY_MAX_BYTES, switchRequestSchema } from '#lib/contract/switches.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { readSession } from '#lib/stages/identity/read-session.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('switches', 'POST');

/** Administrators only; for everyone else there is nothing here. */
export const POST = auditedRoute('switches', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, switchRequestSchema, SWITCH_BODY_MAX_BYTES);
  const signedInAtS = (await readSession())?.signedInAtS ?? 0;
  await setSwitch(viewer, { request: body, signedInAtS, requestId });
  return jsonResponse(doneSchema, { ok: true });
});
