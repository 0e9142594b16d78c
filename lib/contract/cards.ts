import { z } from 'zod';
import { cardLineSchema } from './approvals.ts';
import {
  balanceSchema,
  invoiceLineSchema,
  invoiceSchema,
  invoiceSummarySchema,
  partySchema,
  paymentMethodSchema,
  paymentsSchema,
} from './bill.ts';
import { daySchema } from './dates.ts';
import { comparisonSchema, planSchema, spendSchema, upcomingSchema, usageSchema } from './subscription.ts';

/** A found or explained line with the invoice it stands on. */
export const lineMatchSchema = z.strictObject({ invoice: invoiceSummarySchema, line: invoiceLineSchema });
export type LineMatch = z.infer<typeof lineMatchSchema>;

export const billingDetailsSchema = z.strictObject({
  customer: partySchema,
  /** A new billing address that takes over on that day; until then bills go to `customer.email`. */
  pendingEmail: z.strictObject({ email: z.string(), on: daySchema }).optional(),
  vendor: partySchema,
  methods: z.array(paymentMethodSchema),
});
export type BillingDetails = z.infer<typeof billingDetailsSchema>;

/** Cards are filled from the ledger by the server, never by the model. */
export const cardSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('balance'), balance: balanceSchema }),
  z.strictObject({ type: z.literal('invoices'), invoices: z.array(invoiceSummarySchema) }),
  z.strictObject({ type: z.literal('invoice'), invoice: invoiceSchema }),
  z.strictObject({ type: z.literal('comparison'), comparison: comparisonSchema }),
  z.strictObject({ type: z.literal('lines'), matches: z.array(lineMatchSchema) }),
  z.strictObject({ type: z.literal('payments'), ...paymentsSchema.shape }),
  z.strictObject({ type: z.literal('plan'), plan: planSchema }),
  z.strictObject({ type: z.literal('usage'), usage: usageSchema }),
  z.strictObject({ type: z.literal('upcoming'), upcoming: upcomingSchema }),
  z.strictObject({ type: z.literal('spend'), spend: spendSchema }),
  z.strictObject({ type: z.literal('quote'), title: z.string(), lines: z.array(cardLineSchema) }),
  z.strictObject({ type: z.literal('details'), details: billingDetailsSchema }),
]);
export type Card = z.infer<typeof cardSchema>;
