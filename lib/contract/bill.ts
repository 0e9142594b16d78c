import { z } from 'zod';
import { daySchema } from './dates.ts';
import { moneySchema } from './money.ts';

/** Everything about a bill as it reaches a page, a card or a tool. One shape for all three. */
export const invoiceStatusSchema = z.enum(['paid', 'open', 'past_due', 'void']);
export const lineKindSchema = z.enum(['plan', 'seat', 'addon', 'usage', 'proration', 'discount', 'credit']);

export const invoiceLineSchema = z.strictObject({
  id: z.uuid(),
  kind: lineKindSchema,
  description: z.string(),
  quantity: z.number(),
  unit: z.string().nullable(),
  unitAmount: moneySchema.nullable(),
  amount: moneySchema,
  periodStart: daySchema.nullable(),
  periodEnd: daySchema.nullable(),
  /** Why this line is here, from ledger facts ("Upgrade from Starter to Team on 12 Nov, 19 of 30 days"). */
  reason: z.string().nullable(),
  /** Set when another line of the same invoice charges the same seat for the same days. */
  duplicateOfLineId: z.uuid().nullable(),
  /** Only on a credit that takes back another line of the same invoice. */
  correctsLineId: z.uuid().optional(),
});
export type InvoiceLine = z.infer<typeof invoiceLineSchema>;

export const invoiceSummarySchema = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  status: invoiceStatusSchema,
  issuedOn: daySchema,
  dueOn: daySchema,
  paidOn: daySchema.nullable(),
  periodStart: daySchema,
  periodEnd: daySchema,
  total: moneySchema,
  due: moneySchema,
  /** Days until the due date; negative when it has passed; null when nothing is due. */
  daysUntilDue: z.int().nullable(),
});
export type InvoiceSummary = z.infer<typeof invoiceSummarySchema>;

export const partySchema = z.strictObject({
  name: z.string(),
  address: z.array(z.string()),
  vatNumber: z.string().nullable(),
  email: z.string().nullable(),
});

export const invoiceSchema = invoiceSummarySchema.extend({
  lines: z.array(invoiceLineSchema),
  /** Sum of charges before discounts, credits and tax. */
  subtotal: moneySchema,
  /** Zero or negative. */
  discount: moneySchema,
  credit: moneySchema,
  tax: z.strictObject({ label: z.string(), ratePercent: z.number(), amount: moneySchema }),
  paid: moneySchema,
  refunded: moneySchema,
  /** Free text a third party may have written: untrusted. */
  memo: z.string().nullable(),
  voidReason: z.string().nullable(),
  billTo: partySchema,
  from: partySchema,
});
export type Invoice = z.infer<typeof invoiceSchema>;

export const paymentMethodSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['card', 'sepa_debit', 'bank_transfer']),
  /** `Visa •••• 4242`: masked at the source, the full number is never stored. */
  label: z.string(),
  expiresOn: daySchema.nullable(),
  isDefault: z.boolean(),
});
export const paymentSchema = z.strictObject({
  id: z.uuid(),
  invoiceId: z.uuid(),
  invoiceNumber: z.string(),
  amount: moneySchema,
  status: z.enum(['succeeded', 'failed', 'retrying', 'pending']),
  startedOn: daySchema,
  settledOn: daySchema.nullable(),
  method: z.string(),
  failureReason: z.string().nullable(),
  nextRetryOn: daySchema.nullable(),
  attempts: z.array(z.strictObject({ on: daySchema, succeeded: z.boolean(), reason: z.string().nullable() })),
});
export type Payment = z.infer<typeof paymentSchema>;

export const refundSchema = z.strictObject({
  id: z.uuid(),
  invoiceId: z.uuid(),
  invoiceNumber: z.string(),
  amount: moneySchema,
  status: z.enum(['on_its_way', 'completed']),
  requestedOn: daySchema,
  expectedOn: daySchema,
  completedOn: daySchema.nullable(),
  reason: z.string(),
  method: z.string(),
});
export const creditSchema = z.strictObject({
  id: z.uuid(),
  granted: moneySchema,
  remaining: moneySchema,
  reason: z.string(),
  grantedOn: daySchema,
  expiresOn: daySchema.nullable(),
});
export const paymentsSchema = z.strictObject({
  payments: z.array(paymentSchema),
  refunds: z.array(refundSchema),
  credits: z.array(creditSchema),
  methods: z.array(paymentMethodSchema),
});
export type Payments = z.infer<typeof paymentsSchema>;

export const balanceSchema = z.strictObject({
  due: moneySchema,
  overdue: moneySchema,
  nextDueOn: daySchema.nullable(),
  nextDueInvoice: invoiceSummarySchema.nullable(),
  creditRemaining: moneySchema,
  openInvoices: z.array(invoiceSummarySchema),
});
export type Balance = z.infer<typeof balanceSchema>;
