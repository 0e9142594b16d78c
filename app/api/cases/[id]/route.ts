import { seeCase } from '#lib/commands/see-case.ts';
import { doneSchema } from '#lib/contract/answers.ts';
import { CASE_BODY_MAX_BYTES, caseSeenSchema, supportCaseSchema } from '#lib/contract/cases.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { readCase } from '#lib/stages/history/cases/read-case.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { POST, PUT, DELETE } = refuseMethods('case', 'GET', 'PATCH');

/** One of the viewer's own cases. Staff open theirs on a page, which is audited. */
export const GET = auditedRoute<Context>('case', async (_request, { params }) => {
  const { viewer } = await requireViewer();
  const { id } = await params;
  return jsonResponse(supportCaseSchema, await withViewer(viewer, (tx) => readCase(viewer, tx, { id })));
});

/** The person was shown a reply. */
export const PATCH = auditedRoute<Context>('case', async (request, { params }) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  const { seenUntil } = await readJson(request, caseSeenSchema, CASE_BODY_MAX_BYTES);
  await seeCase(viewer, { id, seenUntil });
  return jsonResponse(doneSchema, { ok: true });
});
