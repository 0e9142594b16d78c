import 'server-only';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ChangeArguments } from '#lib/kernel/ports.ts';
import { CHANGE_BILLING_CONTACT } from './change-billing-contact.ts';
import { CHANGE_PLAN } from './change-plan.ts';
import { CHANGE_SEATS } from './change-seats.ts';
import type { Change } from './define-change.ts';
import { CANCEL_PLAN, PAUSE_PLAN } from './end-plan.ts';
import { REFUND } from './refund.ts';
import { RESUME_PLAN } from './resume-plan.ts';
import { RETRY_PAYMENT } from './retry-payment.ts';

/** How each change is worked out and made. */
export const CHANGES: { readonly [T in ChangeTool]: Change<T> } = {
  refund: REFUND,
  change_plan: CHANGE_PLAN,
  change_seats: CHANGE_SEATS,
  cancel_plan: CANCEL_PLAN,
  pause_plan: PAUSE_PLAN,
  resume_plan: RESUME_PLAN,
  change_billing_contact: CHANGE_BILLING_CONTACT,
  retry_payment: RETRY_PAYMENT,
};

/** The change that stored arguments are of, looked up by own name. Throws `no_longer_possible` for any other. */
export function changeOf({ tool }: ChangeArguments): Pick<Change<ChangeTool>, 'redraft' | 'apply'> {
  if (!Object.hasOwn(CHANGES, tool)) throw new AppError('no_longer_possible');
  return CHANGES[tool];
}
