import type { Metadata } from 'next';
import { FilterLinks } from '#components/bill/filter-links.tsx';
import { InvoiceRows } from '#components/bill/invoice-rows.tsx';
import { Empty, PageHead, Sheet } from '#components/bill/section.tsx';
import { INVOICE_STATUS } from '#components/bill/status.ts';
import { type InvoiceSummary, invoiceStatusSchema } from '#lib/contract/bill.ts';
import { readBill } from '../../read-bill.tsx';

export const metadata: Metadata = { title: 'Invoices' };

/** More than any tenant has; the list then filters in place. */
const ALL = 500;

type Query = { status?: string | string[]; year?: string | string[] };

export default async function InvoicesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const status = invoiceStatusSchema.safeParse(query.status).data ?? null;
  const year = typeof query.year === 'string' && /^\d{4}$/.test(query.year) ? query.year : null;
  return readBill({
    path: '/invoices',
    area: 'money',
    what: 'Invoices',
    read: (reader) => reader.listInvoices({ limit: ALL }),
    show: (invoices) => <Invoices invoices={invoices} status={status} year={year} />,
  });
}

type InvoicesProps = {
  invoices: InvoiceSummary[];
  status: InvoiceSummary['status'] | null;
  year: string | null;
};

function Invoices({ invoices, status, year }: InvoicesProps) {
  const years = [...new Set(invoices.map((invoice) => invoice.issuedOn.slice(0, 4)))];
  const shown = invoices.filter(
    (invoice) => (!status || invoice.status === status) && (!year || invoice.issuedOn.startsWith(year)),
  );
  const statuses = invoiceStatusSchema.options.map((value) => ({
    value,
    label: INVOICE_STATUS[value].label,
  }));
  return (
    <>
      <PageHead title="Invoices">Everything that was billed, newest first.</PageHead>
      <div className="mb-5 flex flex-wrap gap-x-8 gap-y-3">
        <FilterLinks
          name="status"
          label="Status"
          options={statuses}
          current={status}
          keep={year ? { year } : {}}
        />
        <FilterLinks
          name="year"
          label="Year"
          options={years.map((value) => ({ value, label: value }))}
          current={year}
          keep={status ? { status } : {}}
        />
      </div>
      {shown.length > 0 ? (
        <Sheet>
          <InvoiceRows invoices={shown} />
        </Sheet>
      ) : (
        <Empty title={invoices.length === 0 ? 'No invoices yet' : 'No invoice fits these filters'}>
          {invoices.length === 0
            ? 'Your first invoice will stand here.'
            : 'Choose “All” to see every invoice.'}
        </Empty>
      )}
    </>
  );
}
