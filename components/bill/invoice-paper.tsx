import { ArrowLeft } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import type { Invoice } from '#lib/contract/bill.ts';
import { BRAND } from '#lib/contract/brand.ts';
import { Amount } from './amount.tsx';
import { AskAbout } from './ask.tsx';
import { Day, Period } from './day.tsx';
import { Figure, Figures } from './figure.tsx';
import { LineRows } from './line-rows.tsx';
import { Memo } from './memo.tsx';
import { Party } from './party.tsx';
import { PrintButton } from './print-button.tsx';
import { ReceiptButton } from './receipt-button.tsx';
import { askInvoice } from './questions.ts';
import { Sheet } from './section.tsx';
import { InvoiceStatus } from './status-badge.tsx';
import { dueWords } from './status.ts';
import { Totals } from './totals.tsx';

/** The whole invoice, on screen and on one printed page. */
export function InvoicePaper({ invoice }: { invoice: Invoice }) {
  return (
    <article>
      <InvoiceTools invoice={invoice} />
      <Sheet>
        <InvoiceHead invoice={invoice} />
        <div className="border-line border-t sm:px-4 print:px-0">
          <LineRows lines={invoice.lines} invoiceNumber={invoice.number} />
        </div>
        <div className="border-line border-t sm:px-4 print:px-0">
          <Totals invoice={invoice} />
        </div>
        {invoice.memo && <Memo text={invoice.memo} />}
      </Sheet>
      <p className="text-quiet mt-4 text-[0.8125rem] print:mt-2 print:text-[8pt]">
        Questions about this invoice: {BRAND.supportEmail} · {BRAND.supportPhone} · VAT {BRAND.vatNumber}
      </p>
    </article>
  );
}

/** What one may do with it; left out in print. */
function InvoiceTools({ invoice }: { invoice: Invoice }) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-3 print:hidden">
      <Link
        href="/invoices"
        className="text-quiet hover:text-ink inline-flex min-h-8 items-center gap-1.5 text-sm"
      >
        <ArrowLeft className="size-4" aria-hidden /> All invoices
      </Link>
      <span className="flex flex-wrap items-center gap-2">
        <AskAbout question={askInvoice(invoice)} about={`invoice ${invoice.number}`} label="Ask about this" />
        <ReceiptButton number={invoice.number} />
        <PrintButton />
      </span>
    </div>
  );
}

function InvoiceHead({ invoice }: { invoice: Invoice }) {
  return (
    <header className="grid gap-6 px-4 py-6 sm:px-8 sm:py-8 print:gap-3 print:p-0 print:pb-3">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-1">
          <p className="text-quiet hidden text-sm print:block">{BRAND.product}</p>
          <h1 className="tabular flex flex-wrap items-center gap-3 text-[1.75rem] leading-tight font-semibold print:text-2xl">
            Invoice {invoice.number} <InvoiceStatus status={invoice.status} />
          </h1>
          <p className="text-quiet">
            <Period start={invoice.periodStart} end={invoice.periodEnd} />
          </p>
        </div>
        <Amount value={invoice.total} className="text-[1.75rem] leading-tight font-semibold print:text-2xl" />
      </div>
      {invoice.voidReason && (
        <p className="bg-sunken rounded-xl px-4 py-3">
          <strong className="font-medium">This invoice is void, so nothing is to be paid on it.</strong>{' '}
          {invoice.voidReason}
        </p>
      )}
      <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2 print:text-[9pt]">
        <Party title="Billed to" party={invoice.billTo} />
        <Party title="From" party={invoice.from} />
      </div>
      <InvoiceDays invoice={invoice} />
    </header>
  );
}

function InvoiceDays({ invoice }: { invoice: Invoice }) {
  return (
    <Figures>
      <Figure name="Issued">
        <Day value={invoice.issuedOn} />
      </Figure>
      <Figure name="Due" note={invoice.daysUntilDue === null ? undefined : dueWords(invoice.daysUntilDue)}>
        <Day value={invoice.dueOn} />
      </Figure>
      {invoice.paidOn && (
        <Figure name="Paid">
          <Day value={invoice.paidOn} />
        </Figure>
      )}
    </Figures>
  );
}
