import { CreditRows, RefundRows } from '#components/bill/money-rows.tsx';
import { PaymentItem } from '#components/bill/payment-item.tsx';
import type { Payments } from '#lib/contract/bill.ts';
import { CardFrame, CardPart } from './card-frame.tsx';

/** Payments, refunds and credits; payment methods stay on their page. */
export function PaymentsCard({ payments }: { payments: Payments }) {
  const credits = payments.credits.filter((credit) => credit.remaining.amountMinor > 0);
  const nothing = payments.payments.length + payments.refunds.length + credits.length === 0;
  return (
    <CardFrame title="Payments" href="/payments" hrefLabel="All payments">
      {nothing && <p className="text-quiet px-4 py-4">No payment fits that.</p>}
      {payments.payments.length > 0 && (
        <ul className="divide-line divide-y">
          {payments.payments.map((payment) => (
            <PaymentItem key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      {payments.refunds.length > 0 && (
        <CardPart title="Refunds">
          <RefundRows refunds={payments.refunds} />
        </CardPart>
      )}
      {credits.length > 0 && (
        <CardPart title="Unused credit">
          <CreditRows credits={credits} />
        </CardPart>
      )}
    </CardFrame>
  );
}
