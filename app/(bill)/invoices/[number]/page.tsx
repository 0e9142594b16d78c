import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvoicePaper } from '#components/bill/invoice-paper.tsx';
import { findByNumber } from '#lib/billing/find-by-number.ts';
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
    read: (reader) => findByNumber(reader, number),
    show: (invoice) => (invoice ? <InvoicePaper invoice={invoice} /> : notFound()),
  });
}
