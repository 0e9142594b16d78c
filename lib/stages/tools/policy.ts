import 'server-only';
import { z } from 'zod';
import type { EffectClass } from '#lib/contract/approvals.ts';
import type { Area } from '#lib/contract/roles.ts';
import { CHANGE_TOOL_TABLE } from './change-policy.ts';
import { amount, day, invoiceHandle, lineHandle, month, plan, seatCount, topic } from './fields.ts';

/**
 * The closed registry of what the model may look up, and of what it may propose. No schema has a user, tenant or role field: whose data is read
 * follows from the session. `area` is checked against `ROLE_TABLE` before a tool runs.
 */
export const TOOL_TABLE = {
  get_balance: {
    effect: 'read',
    area: 'money',
    description: 'What is owed now, what is overdue, the next due date, unused credit and the open invoices.',
    schema: z.strictObject({}),
  },
  list_invoices: {
    effect: 'read',
    area: 'money',
    description:
      'Invoices, newest first, with a handle for each. Filter by status, by issue date or by number.',
    schema: z.strictObject({
      status: z.enum(['paid', 'open', 'past_due', 'void']).optional(),
      from: day.optional(),
      to: day.optional(),
      number: z
        .string()
        .regex(/^[0-9-]{3,12}$/)
        .optional()
        .describe('An invoice number such as 2026-117'),
      limit: z.int().min(1).max(24).optional(),
    }),
  },
  get_invoice: {
    effect: 'read',
    area: 'money',
    description:
      'One invoice with every line, tax, discount, credit and memo. Without a handle: the latest one.',
    schema: z.strictObject({ invoice: invoiceHandle.optional() }),
  },
  compare_periods: {
    effect: 'read',
    area: 'money',
    description:
      'Two invoices side by side: the difference, and each line that explains it. Without handles: the latest two.',
    schema: z.strictObject({ newer: invoiceHandle.optional(), older: invoiceHandle.optional() }),
  },
  find_line: {
    effect: 'read',
    area: 'money',
    description: 'Invoice lines by amount or by words in their description.',
    schema: z.strictObject({
      amount: amount.optional(),
      text: z.string().min(2).max(80).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
  },
  explain_charge: {
    effect: 'read',
    area: 'money',
    description: 'Why one invoice line is there: its quantity, price, period and the change that caused it.',
    schema: z.strictObject({ line: lineHandle }),
  },
  find_duplicates: {
    effect: 'read',
    area: 'money',
    description: 'Lines that charge the same thing for the same days twice.',
    schema: z.strictObject({}),
  },
  list_payments: {
    effect: 'read',
    area: 'money',
    description:
      'Payments with every attempt, failures and the next retry; refunds; credits; masked payment methods.',
    schema: z.strictObject({
      status: z.enum(['succeeded', 'failed', 'retrying', 'pending']).optional(),
      from: day.optional(),
      to: day.optional(),
      limit: z.int().min(1).max(24).optional(),
    }),
  },
  get_plan: {
    effect: 'read',
    area: 'plan',
    description:
      'The plan, what it includes, its seats and who added them, add-ons, promotions, past changes and the renewal day.',
    schema: z.strictObject({}),
  },
  get_usage: {
    effect: 'read',
    area: 'usage',
    description:
      'Usage by meter for the current or a past month, with what is included and a projection to the end of the period.',
    schema: z.strictObject({
      meter: z.enum(['api_calls', 'storage_gb']).optional(),
      month: month.optional(),
    }),
  },
  get_upcoming: {
    effect: 'read',
    area: 'money',
    description:
      'The next invoice with its expected lines and total, and dated events: due dates, retries, renewal, expiring credit.',
    schema: z.strictObject({}),
  },
  get_spend: {
    effect: 'read',
    area: 'money',
    description:
      'Totals over a period: billed, paid, refunded, tax, discounts, average per month, by month and by kind.',
    schema: z.strictObject({ from: day, to: day }),
  },
  get_billing_details: {
    effect: 'read',
    area: 'money',
    description:
      'The addresses, VAT numbers and billing e-mail on the invoices, masked payment methods and where to get a PDF.',
    schema: z.strictObject({}),
  },
  quote_change: {
    effect: 'read',
    area: 'money',
    description:
      'What another plan, more or fewer seats, a pause or the end of the plan would cost or save, and from when. Changes nothing.',
    schema: z.strictObject({
      what: z.enum(['change_plan', 'add_seats', 'remove_seats', 'cancel_plan', 'pause_plan', 'resume_plan']),
      plan: plan.optional(),
      count: seatCount.optional(),
    }),
  },
  ...CHANGE_TOOL_TABLE,
  offer_topics: {
    effect: 'read',
    area: 'chat',
    description: 'Offer up to three topics as buttons, for instance when the question was not understood.',
    schema: z.strictObject({ topics: z.array(topic).min(1).max(3) }),
  },
} as const satisfies Record<
  string,
  { effect: EffectClass; area: Area; description: string; schema: z.ZodType }
>;

export type ToolName = keyof typeof TOOL_TABLE;

/** Largest argument string a call may carry, in characters. */
export const MAX_ARGUMENT_CHARACTERS = 4_000;
