import 'server-only';
import { z } from 'zod';
import { CHANGE_TABLE, type ChangeTool, type EffectClass } from '#lib/contract/approvals.ts';
import type { Area } from '#lib/contract/roles.ts';
import { amount, invoiceHandle, lineHandle, paymentHandle, plan, reason, seatCount } from './fields.ts';

/** What the model may propose. Calling one of these executes nothing: its only implementation is a card that waits for a person. */
export const CHANGE_TOOL_TABLE = {
  refund: {
    effect: CHANGE_TABLE.refund.effect,
    area: 'money',
    description:
      'Proposes to give back one wrong line, or (part of) an invoice. Give a line or an invoice by its handle; without an amount all that is left of it.',
    schema: z
      .strictObject({
        invoice: invoiceHandle.optional(),
        line: lineHandle.optional(),
        amount: amount.optional(),
        reason,
      })
      .refine(({ invoice, line }) => (invoice === undefined) !== (line === undefined)),
  },
  change_plan: {
    effect: CHANGE_TABLE.change_plan.effect,
    area: 'money',
    description: 'Proposes another plan: a larger one at once, a smaller one from the next renewal.',
    schema: z.strictObject({ plan, reason }),
  },
  change_seats: {
    effect: CHANGE_TABLE.change_seats.effect,
    area: 'money',
    description: 'Proposes to add or remove seats.',
    schema: z.strictObject({ change: z.enum(['add', 'remove']), count: seatCount, reason }),
  },
  cancel_plan: {
    effect: CHANGE_TABLE.cancel_plan.effect,
    area: 'money',
    description: 'Proposes to end the plan at the next renewal.',
    schema: z.strictObject({ reason }),
  },
  pause_plan: {
    effect: CHANGE_TABLE.pause_plan.effect,
    area: 'money',
    description: 'Proposes to pause the plan from the next renewal.',
    schema: z.strictObject({ reason }),
  },
  resume_plan: {
    effect: CHANGE_TABLE.resume_plan.effect,
    area: 'money',
    description: 'Proposes to go on with a plan that is paused, or whose pause or end is agreed.',
    schema: z.strictObject({ reason }),
  },
  change_billing_contact: {
    effect: CHANGE_TABLE.change_billing_contact.effect,
    area: 'money',
    description:
      'Proposes another e-mail address for invoices. Only an address that the person gave in their own words.',
    schema: z.strictObject({ email: z.string().min(3).max(254), reason }),
  },
  retry_payment: {
    effect: CHANGE_TABLE.retry_payment.effect,
    area: 'money',
    description: 'Proposes to try a failed payment again now.',
    schema: z.strictObject({ payment: paymentHandle, reason }),
  },
} as const satisfies Record<
  ChangeTool,
  { effect: EffectClass; area: Area; description: string; schema: z.ZodType }
>;
