import 'server-only';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import type { InvoiceRef } from '../types.ts';

/**
 * How a change is spoken of. `ask`: the person wants it made. `quote`: they want to know what it would mean. `about`: they ask
 * whether or how it can be done.
 */
export type Mood = 'ask' | 'quote' | 'about';

/** What is to be given back, as the person says it. `open`: they did not say. */
export type RefundTarget =
  | { kind: 'duplicate'; invoice?: InvoiceRef }
  | { kind: 'line'; text?: string; amount?: string; invoice?: InvoiceRef }
  | { kind: 'invoice'; invoice: InvoiceRef; amount?: string }
  | { kind: 'open'; amount?: string };

export type PlanCode = 'starter' | 'team' | 'business';

/** A change spoken of, with as much of it as the person named. */
export type Wish = { readonly mood: Mood } & (
  | { readonly tool: 'refund'; readonly target: RefundTarget }
  | { readonly tool: 'change_plan'; readonly plan?: PlanCode; readonly towards?: 'up' | 'down' }
  | {
      readonly tool: 'change_seats';
      readonly change: 'add' | 'remove';
      readonly count?: number;
      readonly isNamed?: true;
    }
  | { readonly tool: 'change_billing_contact'; readonly email?: string }
  | { readonly tool: 'retry_payment' | 'cancel_plan' | 'pause_plan' | 'resume_plan' }
);

export type WishTool = ChangeTool;
