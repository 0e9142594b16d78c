import { confirmAttack } from '#lib/commands/confirm-attack.ts';
import { ATTACK_BODY_MAX_BYTES, attackAnswerSchema, attackRequestSchema } from '#lib/contract/attacks.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { GET, PUT, PATCH, DELETE } = refuseMethods('case-attacks', 'POST');

/** Agents only; for everyone else there is nothing here. */
export const POST = auditedRoute<Context>('case-attacks', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  const body = await readJson(request, attackRequestSchema, ATTACK_BODY_MAX_BYTES);
  return jsonResponse(attackAnswerSchema, await confirmAttack(viewer, { ...body, id }, requestId));
});
