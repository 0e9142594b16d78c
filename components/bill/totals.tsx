import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { Invoice } from '#lib/contract/bill.ts';
import { negateMoney } from '#lib/contract/money.ts';
import { Amount } from './amount.tsx';

/** How the lines of an invoice add up to what is due. */
export function Totals({ invoice }: { invoice: Invoice }) {
  return (
    <dl className="ml-auto grid w-full max-w-sm gap-1.5 px-4 py-4 sm:pr-13 print:break-inside-avoid print:gap-0.5 print:py-2 print:pr-0">
      <Row name="Subtotal">
        <Amount value={invoice.subtotal} />
      </Row>
      {invoice.discount.amountMinor !== 0 && (
        <Row name="Discounts">
          <Amount value={invoice.discount} />
        </Row>
      )}
      {invoice.credit.amountMinor !== 0 && (
        <Row name="Credit used">
          <Amount value={invoice.credit} />
        </Row>
      )}
      <Row name={`${invoice.tax.label} ${invoice.tax.ratePercent}%`}>
        <Amount value={invoice.tax.amount} />
      </Row>
      <Row name="Total" strong>
        <Amount value={invoice.total} />
      </Row>
      {invoice.paid.amountMinor !== 0 && (
        <Row name="Paid">
          <Amount value={negateMoney(invoice.paid)} />
        </Row>
      )}
      {invoice.refunded.amountMinor !== 0 && (
        <Row name="Refunded">
          <Amount value={invoice.refunded} />
        </Row>
      )}
      {invoice.status !== 'void' && (
        <Row name="Due" strong>
          <Amount value={invoice.due} />
        </Row>
      )}
    </dl>
  );
}

function Row({ name, strong, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={classNames(
        'flex justify-between gap-4',
        strong && 'border-line mt-1 border-t pt-2.5 font-semibold print:mt-0.5 print:pt-1',
      )}
    >
      <dt className={strong ? undefined : 'text-quiet'}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
