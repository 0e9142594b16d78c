import { usageQuerySchema } from '#lib/contract/usage.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { checkSite, textFileResponse } from '#lib/kernel/http.ts';
import { readOperatorUsage } from '#lib/operations/usage/read-operator-usage.ts';
import { usageCsv } from '#lib/operations/usage/usage-csv.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('usage-file', 'GET');

/** What everyone used, as a table to be kept: administrators and auditors. */
export const GET = auditedRoute('usage-file', async (request) => {
  checkSite(request);
  const { viewer } = await requireViewer();
  const query = usageQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw new AppError('malformed');
  const usage = await withViewer(viewer, (tx) => readOperatorUsage(viewer, tx, query.data));
  const name = `usage-by-${usage.by}-${usage.from}-${usage.to}.csv`;
  return textFileResponse(usageCsv(usage), { name, type: 'text/csv; charset=utf-8' });
});
