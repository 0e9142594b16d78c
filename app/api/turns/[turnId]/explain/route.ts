import { explanationSchema } from '#lib/contract/explain.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { explainChanges } from '#lib/stages/approvals/explain-changes.ts';
import { explainTurn } from '#lib/stages/history/explain-turn.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ turnId: string }> };

export const { POST, PUT, PATCH, DELETE } = refuseMethods('explain', 'GET');

/** What one of the viewer's answers, or a refusal, rests on. */
export const GET = auditedRoute<Context>('explain', async (_request, { params }) => {
  const { viewer } = await requireViewer();
  const { turnId } = await params;
  return jsonResponse(
    explanationSchema,
    await withViewer(viewer, async (tx) => ({
      ...(await explainTurn(viewer, tx, turnId)),
      changes: await explainChanges(viewer, tx, turnId),
    })),
  );
});
