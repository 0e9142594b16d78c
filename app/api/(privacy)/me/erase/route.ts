import { erasedSchema, erasePreviewSchema, eraseRequestSchema } from '#lib/contract/privacy.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { erase } from '#lib/operations/privacy/erase/erase.ts';
import { previewErasure } from '#lib/operations/privacy/erase/preview-erasure.ts';
import { clientAddress } from '#lib/stages/identity/client-address.ts';
import { readSession } from '#lib/stages/identity/read-session.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

const MAX_BYTES = 4_000;

export const { PUT, PATCH, DELETE } = refuseMethods('erase', 'GET', 'POST');

/** What would go and what has to stay, of the account or of `?conversationId=`. Changes nothing. */
export const GET = auditedRoute('erase', async (request) => {
  const { viewer, profile } = await requireViewer();
  const conversationId = new URL(request.url).searchParams.get('conversationId');
  const signedInAtS = (await readSession())?.signedInAtS ?? 0;
  const args = { conversationId, email: profile.email, signedInAtS };
  return jsonResponse(erasePreviewSchema, await withViewer(viewer, (tx) => previewErasure(viewer, tx, args)));
});

/** Erases it, for good, once the person has shown again that it is them. The answer holds the receipt where it is done already. */
export const POST = auditedRoute('erase', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer, profile } = await requireViewer();
  const body = await readJson(request, eraseRequestSchema, MAX_BYTES);
  const signedInAtS = (await readSession())?.signedInAtS ?? 0;
  const address = clientAddress(request.headers);
  const { email } = profile;
  const erased = await erase(viewer, { request: body, email, signedInAtS, address, requestId });
  return jsonResponse(erasedSchema, erased, 202);
});
