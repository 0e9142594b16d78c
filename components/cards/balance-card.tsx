import { Amount } from '#components/bill/amount.tsx';
import { Day } from '#components/bill/day.tsx';
import { Figure, Figures } from '#components/bill/figure.tsx';
import { InvoiceRows } from '#components/bill/invoice-rows.tsx';
import type { Balance } from '#lib/contract/bill.ts';
import { CardFrame } from './card-frame.tsx';

export function BalanceCard({ balance }: { balance: Balance }) {
  return (
    <CardFrame title="What you owe" href="/invoices?status=open" hrefLabel="Open invoices">
      <Figures className="px-4 py-4">
        <Figure name="Due" large>
          <Amount value={balance.due} />
        </Figure>
        {balance.overdue.amountMinor > 0 && (
          <Figure name="Of that, past due">
            <Amount value={balance.overdue} className="text-bad" />
          </Figure>
        )}
        {balance.nextDueOn && (
          <Figure name="Next due">
            <Day value={balance.nextDueOn} />
          </Figure>
        )}
        {balance.creditRemaining.amountMinor > 0 && (
          <Figure name="Unused credit">
            <Amount value={balance.creditRemaining} />
          </Figure>
        )}
      </Figures>
      {balance.openInvoices.length > 0 && (
        <div className="border-line border-t">
          <InvoiceRows invoices={balance.openInvoices} />
        </div>
      )}
    </CardFrame>
  );
}
