import { operatorUsageSchema, usageQuerySchema } from '#lib/contract/usage.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readOperatorUsage } from '#lib/operations/usage/read-operator-usage.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('usage', 'GET');

/** What everyone used: administrators and auditors. */
export const GET = auditedRoute('usage', async (request) => {
  const { viewer } = await requireViewer();
  const query = usageQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw new AppError('malformed');
  return jsonResponse(
    operatorUsageSchema,
    await withViewer(viewer, (tx) => readOperatorUsage(viewer, tx, query.data)),
  );
});
