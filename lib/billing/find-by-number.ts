import 'server-only';
import type { Invoice } from '#lib/contract/bill.ts';
import type { BillingReader } from '#lib/kernel/ports.ts';

/** The invoice of exactly this number, or null: malformed, unknown, someone else's. */
export async function findByNumber(reader: BillingReader, number: string): Promise<Invoice | null> {
  if (!/^[\w-]{1,20}$/.test(number)) return null;
  const found = await reader.listInvoices({ number, limit: 2 });
  const exact = found.find((invoice) => invoice.number === number);
  return exact ? reader.getInvoice(exact.id) : null;
}
