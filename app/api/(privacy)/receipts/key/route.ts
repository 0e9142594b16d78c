import { receiptKeySchema } from '#lib/contract/privacy.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { signingKey } from '#lib/kernel/receipt/signing-key.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('receipt-key', 'GET');

/** The public half of the key that receipts are signed with: for anyone who wants to verify one. */
export const GET = auditedRoute('receipt-key', async () =>
  jsonResponse(receiptKeySchema, signingKey().published),
);
