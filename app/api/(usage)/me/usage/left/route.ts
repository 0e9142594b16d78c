import { usageLeftSchema } from '#lib/contract/usage.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readLeft } from '#lib/operations/usage/read-left.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('usage-left', 'GET');

/** What the viewer has left, by day and month. */
export const GET = auditedRoute('usage-left', async () => {
  const { viewer } = await requireViewer();
  return jsonResponse(usageLeftSchema, await withViewer(viewer, (tx) => readLeft(viewer, tx)));
});
