import { sentSchema } from '#lib/contract/sent.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readSent } from '#lib/stages/history/sent/read-sent.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ turnId: string }> };

export const { POST, PUT, PATCH, DELETE } = refuseMethods('sent', 'GET');

/** What was sent to the model for one of the viewer's answers, word for word. */
export const GET = auditedRoute<Context>('sent', async (_request, { params }) => {
  const { viewer } = await requireViewer();
  const { turnId } = await params;
  return jsonResponse(sentSchema, await withViewer(viewer, (tx) => readSent(viewer, tx, turnId)));
});
