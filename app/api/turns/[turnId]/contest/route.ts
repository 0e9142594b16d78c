import { contestTurn } from '#lib/commands/contest-turn.ts';
import { CASE_BODY_MAX_BYTES, caseOpenedSchema, contestRequestSchema } from '#lib/contract/cases.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ turnId: string }> };

export const { GET, PUT, PATCH, DELETE } = refuseMethods('contest', 'POST');

export const POST = auditedRoute<Context>('contest', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { turnId } = await params;
  const body = await readJson(request, contestRequestSchema, CASE_BODY_MAX_BYTES);
  return jsonResponse(caseOpenedSchema, await contestTurn(viewer, { ...body, turnId }, requestId), 201);
});
