import { demoCodeSchema } from '#lib/contract/factor.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { showDemoCode } from '#lib/stages/identity/second-factor/show-demo-code.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('demo-code', 'GET');

/** What the viewer's own authenticator shows now. There is no such address unless DEMO=1. */
export const GET = auditedRoute('demo-code', async () => {
  const { viewer } = await requireViewer();
  return jsonResponse(demoCodeSchema, {
    code: await withViewer(viewer, (tx) => showDemoCode(viewer, tx)),
  });
});
