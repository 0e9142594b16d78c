import { invoiceHref } from '#components/bill/links.ts';
import type { ApprovalCard, ChangeTool } from '#lib/contract/approvals.ts';

type Place = { href: string; label: string };

const PLAN: Place = { href: '/plan', label: 'See your plan' };
const PAYMENTS: Place = { href: '/payments', label: 'See your payments' };

/** Where the customer sees what a change did. */
const PLACES = {
  refund: PAYMENTS,
  change_plan: PLAN,
  change_seats: PLAN,
  cancel_plan: PLAN,
  pause_plan: PLAN,
  resume_plan: PLAN,
  change_billing_contact: PAYMENTS,
  retry_payment: PAYMENTS,
} as const satisfies Record<ChangeTool, Place>;

/** The page that the server named, else the invoice on the card, else the page of that kind of change. Only our own pages. */
export function effectPlace(card: ApprovalCard, href: string | null | undefined): Place {
  const invoice = card.lines.find(({ label, value }) => label === 'Invoice' && /^[\w-]{1,20}$/.test(value));
  const named = href && /^\/(?![/\\])/.test(href) ? href : invoice && invoiceHref(invoice.value);
  if (named?.startsWith('/invoices/')) return { href: named, label: 'See the invoice' };
  const place = PLACES[card.tool];
  return named ? { ...place, href: named } : place;
}
