import { Amount } from '#components/bill/amount.tsx';
import { Day } from '#components/bill/day.tsx';
import { InvoiceRows } from '#components/bill/invoice-rows.tsx';
import { LineRows } from '#components/bill/line-rows.tsx';
import { invoiceHref } from '#components/bill/links.ts';
import { InvoiceStatus } from '#components/bill/status-badge.tsx';
import type { Invoice, InvoiceSummary } from '#lib/contract/bill.ts';
import { CardFrame } from './card-frame.tsx';

export function InvoiceCard({ invoice }: { invoice: Invoice }) {
  return (
    <CardFrame
      title={
        <>
          <span className="tabular">Invoice {invoice.number}</span>
          <InvoiceStatus status={invoice.status} />
        </>
      }
      href={invoiceHref(invoice.number)}
      hrefLabel="Full invoice"
    >
      <LineRows lines={invoice.lines} invoiceNumber={invoice.number} compact />
      <dl className="border-line grid gap-1 border-t px-4 py-3">
        <div className="text-quiet flex justify-between gap-4">
          <dt>
            {invoice.tax.label} {invoice.tax.ratePercent}%
          </dt>
          <dd>
            <Amount value={invoice.tax.amount} />
          </dd>
        </div>
        <div className="flex justify-between gap-4 font-semibold">
          <dt>Total</dt>
          <dd>
            <Amount value={invoice.total} />
          </dd>
        </div>
        {invoice.due.amountMinor > 0 && (
          <div className="flex justify-between gap-4">
            <dt>
              Due <Day value={invoice.dueOn} />
            </dt>
            <dd>
              <Amount value={invoice.due} />
            </dd>
          </div>
        )}
      </dl>
    </CardFrame>
  );
}

export function InvoicesCard({ invoices }: { invoices: InvoiceSummary[] }) {
  return (
    <CardFrame
      title={invoices.length === 1 ? '1 invoice' : `${invoices.length} invoices`}
      href="/invoices"
      hrefLabel="All invoices"
    >
      {invoices.length === 0 ? (
        <p className="text-quiet px-4 py-4">No invoice fits that.</p>
      ) : (
        <InvoiceRows invoices={invoices} />
      )}
    </CardFrame>
  );
}
