import { erasedSchema } from '#lib/contract/privacy.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readReceipt } from '#lib/operations/privacy/erase/read-receipt.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ token: string }> };

export const { POST, PUT, PATCH, DELETE } = refuseMethods('receipt-of-erasure', 'GET');

/** The receipt of an erasure, for whoever holds its token: after an account there is nobody left to sign in. */
export const GET = auditedRoute<Context>('receipt-of-erasure', async (_request, { params }) =>
  jsonResponse(erasedSchema, await readReceipt((await params).token)),
);
