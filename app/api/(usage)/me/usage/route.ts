import { ownUsageSchema } from '#lib/contract/usage.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readOwnUsage } from '#lib/operations/usage/read-own-usage.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('own-usage', 'GET');

/** What the viewer used this month, and what is left. */
export const GET = auditedRoute('own-usage', async () => {
  const { viewer } = await requireViewer();
  return jsonResponse(ownUsageSchema, await withViewer(viewer, (tx) => readOwnUsage(viewer, tx)));
});
