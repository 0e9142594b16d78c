import { changeAddresses } from '#lib/commands/change-addresses.ts';
import { addressAnswerSchema, addressRequestSchema, SWITCH_BODY_MAX_BYTES } from '#lib/contract/switches.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requestAddress } from '#lib/stages/identity/client-address.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('addresses', 'POST');

/** Administrators only. Without a confirmation it is a preview, and changes nothing. */
export const POST = auditedRoute('addresses', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, addressRequestSchema, SWITCH_BODY_MAX_BYTES);
  const address = requestAddress(request.headers);
  return jsonResponse(
    addressAnswerSchema,
    await changeAddresses(viewer, { request: body, address, requestId }),
  );
});
