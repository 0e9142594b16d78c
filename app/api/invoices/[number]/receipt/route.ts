import { sendReceipt } from '#lib/commands/send-receipt.ts';
import { emptySchema, receiptSchema } from '#lib/contract/answers.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ number: string }> };

const MAX_BYTES = 1_000;

export const { GET, PUT, PATCH, DELETE } = refuseMethods('receipt', 'POST');

/** Mails this invoice to whoever is signed in: the request names no address. */
export const POST = auditedRoute<Context>('receipt', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer, profile } = await requireViewer();
  const { number } = await params;
  await readJson(request, emptySchema, MAX_BYTES);
  const to = await sendReceipt(viewer, { number, locale: profile.locale, requestId });
  return jsonResponse(receiptSchema, { ok: true, to }, 202);
});
