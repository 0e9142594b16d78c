import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvoicePaper } from '#components/bill/invoice-paper.tsx';
import type { Invoice } from '#lib/contract/bill.ts';
import type { BillingReader } from '#lib/kernel/ports.ts';
import { readBill } from '../../read-bill.tsx';

type Params = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { number } = await params;
  return { title: /^[\w-]{1,20}$/.test(number) ? `Invoice ${number}` : 'Invoice' };
}

export default async function InvoicePage({ params }: Params) {
  const { number } = await params;
  return readBill({
    path: `/invoices/${number}`,
    area: 'money',
    what: 'Invoices',
    read: (reader) => readByNumber(reader, number),
    show: (invoice) => (invoice ? <InvoicePaper invoice={invoice} /> : notFound()),
  });
}

async function readByNumber(reader: BillingReader, number: string): Promise<Invoice | null> {
  if (!/^[\w-]{1,20}$/.test(number)) return null;
  const found = await reader.listInvoices({ number, limit: 2 });
  const exact = found.find((invoice) => invoice.number === number);
  return exact ? reader.getInvoice(exact.id) : null;
}
