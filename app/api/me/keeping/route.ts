import { setKeeping } from '#lib/commands/set-keeping.ts';
import {
  keepDaysSchema,
  keepingPreviewSchema,
  keepingRequestSchema,
  keepingSchema,
} from '#lib/contract/keeping.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { organisationPeriodDays } from '#lib/stages/admission/organisation-period.ts';
import { previewKeeping, readKeeping } from '#lib/stages/history/keeping/read-keeping.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

const MAX_BYTES = 1_000;

export const { POST, PATCH, DELETE } = refuseMethods('keeping', 'GET', 'PUT');

/** For how long the viewer's own conversations are kept; with `?days=`, what that choice would do to them. */
export const GET = auditedRoute('keeping', async (request) => {
  const { viewer } = await requireViewer();
  const asked = new URL(request.url).searchParams.get('days');
  if (asked === null) {
    const keeping = await withViewer(viewer, async (tx) =>
      readKeeping(viewer, tx, await organisationPeriodDays(viewer, tx)),
    );
    return jsonResponse(keepingSchema, keeping);
  }
  const days = keepDaysSchema.safeParse(Number(asked));
  if (!days.success) throw new AppError('malformed');
  return jsonResponse(
    keepingPreviewSchema,
    await withViewer(viewer, (tx) => previewKeeping(viewer, tx, days.data)),
  );
});

export const PUT = auditedRoute('keeping', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, keepingRequestSchema, MAX_BYTES);
  return jsonResponse(keepingSchema, await setKeeping(viewer, body, requestId));
});
