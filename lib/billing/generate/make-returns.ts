import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { ADDON_PRICE, PLANS } from '../catalogue.ts';
import { addDays, dayOfMonth } from '../days.ts';
import type { CreditRow, InvoiceRow, RefundRow } from '../ledger-rows.ts';
import { taxOn } from '../tax.ts';
import { PLACES } from './make-invoices.ts';
import { GESTURE, type Scene } from './scene.ts';

/** A credit that was used up long ago, and one from this month that is still whole. */
export function makeCredits(scene: Scene): { used: CreditRow; unused: CreditRow } {
  const { currency } = scene.spec;
  const amounts = GESTURE[currency];
  const used: CreditRow = {
    id: scene.id('credit:used'),
    currency,
    grantedMinor: amounts.used,
    remainingMinor: 0,
    reason: 'sorry for the outage of the week before',
    grantedOn: addDays(scene.month(-PLACES.creditUsed - 1), 19),
    expiresOn: scene.monthEnd(0),
  };
  const unused: CreditRow = {
    id: scene.id('credit:unused'),
    currency,
    grantedMinor: amounts.granted,
    remainingMinor: amounts.granted,
    reason: 'thank you for answering our survey',
    // Granted after the latest invoice was issued: else it would stand on that one.
    grantedOn: addDays(scene.month(0), Math.floor((dayOfMonth(scene.today) - 1) / 2)),
    expiresOn: scene.monthEnd(3),
  };
  return { used, unused };
}

/** A refund asked for four days ago that arrives in five, and one that arrived long ago. */
export function makeRefunds(
  scene: Scene,
  invoices: readonly InvoiceRow[],
): { refunds: RefundRow[]; invoices: InvoiceRow[] } {
  const { spec } = scene;
  const newestFirst = invoices.filter(({ status }) => status !== 'void').toReversed();
  const addon = ADDON_PRICE.developer_mode[spec.currency];
  const quarter = Math.floor(PLANS[spec.plan].pricePerMonth[spec.currency] / 4);
  const refund = (
    back: number,
    row: Omit<RefundRow, 'id' | 'invoiceId' | 'currency' | 'methodId'>,
  ): RefundRow[] => {
    const invoice = newestFirst[back];
    const methodId = scene.id(back > PLACES.paymentChanged ? 'method:old-card' : 'method:card');
    return invoice
      ? [
          {
            id: scene.id(`refund:${invoice.id}`),
            invoiceId: invoice.id,
            currency: spec.currency,
            methodId,
            ...row,
          },
        ]
      : [];
  };
  const oldPaidOn = newestFirst[PLACES.oldRefund]?.paidOn ?? scene.today;
  const refunds = [
    ...refund(PLACES.oldRefund, {
      amountMinor: quarter,
      status: 'completed',
      requestedOn: addDays(oldPaidOn, 6),
      expectedOn: addDays(oldPaidOn, 15),
      completedOn: addDays(oldPaidOn, 13),
      reason: 'A quarter of the plan back, for a week with interruptions',
    }),
    ...refund(PLACES.refunded, {
      amountMinor: addon + taxOn(addon, spec.taxRatePpm),
      status: 'on_its_way',
      requestedOn: addDays(scene.today, -4),
      expectedOn: addDays(scene.today, 5),
      completedOn: null,
      reason: `${BRAND.addons.developer_mode} was charged although it was switched off that month`,
    }),
  ];
  return {
    refunds,
    invoices: invoices.map((invoice) => ({ ...invoice, refundedMinor: refundedOn(invoice.id, refunds) })),
  };
}

function refundedOn(invoiceId: string, refunds: readonly RefundRow[]): number {
  return refunds
    .filter((refund) => refund.invoiceId === invoiceId)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
