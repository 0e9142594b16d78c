import { openApproval } from '#lib/commands/open-approval.ts';
import { decidedSchema, decisionSchema, offeredApprovalSchema } from '#lib/contract/approvals.ts';
import { decide } from '#lib/decision.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { readSession } from '#lib/stages/identity/read-session.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

const DECISION_MAX_BYTES = 4_000;

export const { PUT, PATCH, DELETE } = refuseMethods('approval', 'GET', 'POST');

/** The card as it stands, with this viewer's nonce. */
export const GET = auditedRoute<Context>('approval', async (_request, { params }, requestId) => {
  const { viewer } = await requireViewer();
  return jsonResponse(
    offeredApprovalSchema,
    await openApproval(viewer, { id: (await params).id, requestId }),
  );
});

/** Approves or rejects, once. */
export const POST = auditedRoute<Context>('approval', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const session = await readSession();
  if (!session) throw new AppError('no_session');
  const decision = await readJson(request, decisionSchema, DECISION_MAX_BYTES);
  return jsonResponse(
    decidedSchema,
    await decide({ viewer, session, id: (await params).id, decision, requestId }),
  );
});
