import 'server-only';
import { z } from 'zod';
import { currencySchema } from '#lib/contract/money.ts';

/** `pay_back`: to the method that paid. `take_off`: from what is still due. `lineId` is null for the whole invoice. */
export const refundArguments = z.strictObject({
  tool: z.literal('refund'),
  way: z.enum(['pay_back', 'take_off']),
  invoiceId: z.uuid(),
  lineId: z.uuid().nullable(),
  amountMinor: z.int().min(1),
  currency: currencySchema,
  methodId: z.uuid().nullable(),
});
export type RefundArguments = z.infer<typeof refundArguments>;
