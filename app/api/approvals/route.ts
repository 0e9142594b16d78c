import { z } from 'zod';
import { approvalListSchema, proposalStateSchema } from '#lib/contract/approvals.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { listProposals } from '#lib/stages/approvals/list-proposals.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';

const statusSchema = z.union([z.enum(['waiting', 'ended']), proposalStateSchema]);

export const { POST, PUT, PATCH, DELETE } = refuseMethods('approvals', 'GET');

/** The viewer's own cards, newest first. */
export const GET = auditedRoute('approvals', async (request) => {
  const { viewer } = await requireViewer();
  const query = new URL(request.url).searchParams;
  const status = statusSchema.optional().safeParse(query.get('status') ?? undefined);
  if (!status.success) throw new AppError('malformed');
  const cursor = query.get('cursor') ?? undefined;
  return jsonResponse(
    approvalListSchema,
    await withViewer(viewer, (tx) => listProposals(viewer, tx, { status: status.data, cursor })),
  );
});
