import { forgetAttack } from '#lib/commands/forget-attack.ts';
import { doneSchema } from '#lib/contract/answers.ts';
import { checkOrigin, jsonResponse } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { GET, POST, PUT, PATCH } = refuseMethods('attack', 'DELETE');

/** Agents only; for everyone else there is nothing here. */
export const DELETE = auditedRoute<Context>('attack', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  await forgetAttack(viewer, { id }, requestId);
  return jsonResponse(doneSchema, { ok: true });
});
