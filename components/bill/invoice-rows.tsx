import { Link } from '#components/ui/link.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { InvoiceSummary } from '#lib/contract/bill.ts';
import { Amount } from './amount.tsx';
import { Day, Period } from './day.tsx';
import { invoiceHref } from './links.ts';
import { InvoiceStatus } from './status-badge.tsx';
import { dueWords } from './status.ts';

/** Invoices as rows, newest first; the whole row leads to the invoice. */
export function InvoiceRows({ invoices }: { invoices: readonly InvoiceSummary[] }) {
  return (
    <ul className="divide-line divide-y">
      {invoices.map((invoice) => (
        <li key={invoice.id} className="hover:bg-sunken/60 relative transition-colors">
          <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 px-4 py-3">
            <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <Link
                href={invoiceHref(invoice.number)}
                className="tabular font-medium after:absolute after:inset-0 focus-visible:outline-offset-4"
              >
                <span className="sr-only">Invoice </span>
                {invoice.number}
              </Link>
              <InvoiceStatus status={invoice.status} />
            </span>
            <Amount
              value={invoice.total}
              className={classNames(
                'text-right font-medium',
                invoice.status === 'void' && 'text-quiet line-through',
              )}
            />
            <span className="text-quiet text-[0.8125rem]">
              <Period start={invoice.periodStart} end={invoice.periodEnd} />
            </span>
            <span className="text-quiet text-right text-[0.8125rem]">
              <InvoiceWhen invoice={invoice} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The one date that matters now: when it was paid, or when it is due. */
export function InvoiceWhen({ invoice }: { invoice: InvoiceSummary }) {
  if (invoice.status === 'void') return <>nothing to pay</>;
  if (invoice.daysUntilDue !== null) return <>{dueWords(invoice.daysUntilDue)}</>;
  if (invoice.paidOn) {
    return (
      <>
        paid <Day value={invoice.paidOn} />
      </>
    );
  }
  return <Day value={invoice.issuedOn} />;
}
