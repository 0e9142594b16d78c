import { z } from 'zod';
import { invoiceSummarySchema } from './bill.ts';
import { daySchema } from './dates.ts';
import { moneySchema } from './money.ts';

/** Money fields are null for people whose role does not see money (`ROLE_TABLE`). */
export const seatSchema = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  addedOn: daySchema,
  addedBy: z.string(),
  removedOn: daySchema.nullable(),
});
export const planSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  status: z.enum(['active', 'paused', 'cancelled']),
  pricePerMonth: moneySchema.nullable(),
  pricePerSeat: moneySchema.nullable(),
  startedOn: daySchema,
  /** A smaller plan, a pause or an end that is agreed and takes effect later. */
  next: z.strictObject({ what: z.string(), on: daySchema }).nullable(),
  renewsOn: daySchema,
  daysUntilRenewal: z.int(),
  includedSeats: z.int(),
  seats: z.array(seatSchema),
  addons: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      addedOn: daySchema,
      pricePerMonth: moneySchema.nullable(),
    }),
  ),
  entitlements: z.array(z.string()),
  promotions: z.array(
    z.strictObject({
      name: z.string(),
      percentOff: z.number(),
      startedOn: daySchema,
      endsOn: daySchema,
      ended: z.boolean(),
    }),
  ),
  changes: z.array(
    z.strictObject({
      on: daySchema,
      kind: z.enum([
        'started',
        'upgraded',
        'downgraded',
        'seat_added',
        'seat_removed',
        'addon_added',
        'paused',
        'resumed',
        'cancelled',
      ]),
      description: z.string(),
      by: z.string(),
    }),
  ),
});
export type Plan = z.infer<typeof planSchema>;

export const usageMeterSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  used: z.number(),
  included: z.number(),
  overage: z.number(),
  /** At today's pace, for the whole period. Equals `used` for a finished period. */
  projected: z.number(),
  projectedOverage: z.number(),
  previousUsed: z.number(),
  pricePerUnit: moneySchema.nullable(),
  costSoFar: moneySchema.nullable(),
  projectedCost: moneySchema.nullable(),
  days: z.array(z.strictObject({ on: daySchema, used: z.number() })),
});
export const usageSchema = z.strictObject({
  periodStart: daySchema,
  periodEnd: daySchema,
  daysElapsed: z.int(),
  daysTotal: z.int(),
  finished: z.boolean(),
  meters: z.array(usageMeterSchema),
});
export type Usage = z.infer<typeof usageSchema>;

export const upcomingSchema = z.strictObject({
  nextInvoiceOn: daySchema,
  daysUntilNextInvoice: z.int(),
  lines: z.array(z.strictObject({ description: z.string(), amount: moneySchema, estimated: z.boolean() })),
  tax: moneySchema,
  estimatedTotal: moneySchema,
  events: z.array(
    z.strictObject({
      on: daySchema,
      kind: z.enum(['invoice_due', 'payment_retry', 'renewal', 'credit_expires', 'refund_expected']),
      description: z.string(),
      amount: moneySchema.nullable(),
    }),
  ),
});
export type Upcoming = z.infer<typeof upcomingSchema>;

export const comparisonSchema = z.strictObject({
  older: invoiceSummarySchema,
  newer: invoiceSummarySchema,
  /** newer − older. */
  difference: moneySchema,
  differencePercent: z.number().nullable(),
  /** Every line that differs, largest effect first; differences and the tax row sum to `difference`. */
  changes: z.array(
    z.strictObject({
      label: z.string(),
      kind: z.string(),
      before: moneySchema.nullable(),
      after: moneySchema.nullable(),
      difference: moneySchema,
      reason: z.string().nullable(),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const spendSchema = z.strictObject({
  from: daySchema,
  to: daySchema,
  invoiceCount: z.int(),
  billed: moneySchema,
  paid: moneySchema,
  refunded: moneySchema,
  tax: moneySchema,
  discount: moneySchema,
  averagePerMonth: moneySchema,
  months: z.array(z.strictObject({ month: z.string(), billed: moneySchema })),
  kinds: z.array(z.strictObject({ kind: z.string(), amount: moneySchema })),
});
export type Spend = z.infer<typeof spendSchema>;
