import type { Invoice, InvoiceSummary } from '#lib/contract/bill.ts';
import type { Currency } from '#lib/contract/money.ts';
import type { BillingReader } from '#lib/kernel/ports.ts';
import type { Range } from './facts/calendar.ts';

/** Runs one read as the tenant's owner, in a transaction of its own. */
export type Ask = <T>(read: (reader: BillingReader) => Promise<T>) => Promise<T>;
type Tenant = { readonly today: string; readonly locale: string; readonly currency: Currency };

/** One tenant's ledger, read on demand and remembered: the truth that answers are checked against. */
export type Ledger = Tenant & ReturnType<typeof reads>;

export function openLedger(ask: Ask, tenant: Tenant): Ledger {
  return { ...tenant, ...reads(ask) };
}

function reads(ask: Ask) {
  return {
    balance: once(() => ask((reader) => reader.balance())),
    /** Every invoice, newest first. */
    invoices: once(() => ask((reader) => reader.listInvoices({ limit: 1_000 }))),
    invoice: perKey((id: string) => ask((reader) => reader.getInvoice(id))),
    duplicates: once(() => ask((reader) => reader.findDuplicates())),
    comparison: once(() => ask((reader) => reader.compareInvoices({}))),
    compared: perKey((ids: string) => {
      const [newerId, olderId] = ids.split(' ');
      return ask((reader) =>
        reader.compareInvoices({ ...(newerId ? { newerId } : {}), ...(olderId ? { olderId } : {}) }),
      );
    }),
    payments: once(() => ask((reader) => reader.listPayments({ limit: 1_000 }))),
    plan: once(() => ask((reader) => reader.plan())),
    usage: once(() => ask((reader) => reader.usage({}))),
    usageIn: perKey((month: string) => ask((reader) => reader.usage({ month }))),
    upcoming: once(() => ask((reader) => reader.upcoming())),
    spendOver: perKey((range: string) => {
      const [from = '', to = ''] = range.split(' ');
      return ask((reader) => reader.spend({ from, to }));
    }),
    details: once(() => ask((reader) => reader.details())),
  };
}

/** Those that are not void: what a person means by "my invoices". */
export async function billedInvoices(ledger: Ledger): Promise<InvoiceSummary[]> {
  return (await ledger.invoices()).filter((invoice) => invoice.status !== 'void');
}

/** The invoice that many places before the latest one (0 = the latest), with its lines. */
export async function invoiceBack(ledger: Ledger, places: number): Promise<Invoice | null> {
  const summary = (await billedInvoices(ledger))[places];
  return summary ? ledger.invoice(summary.id) : null;
}

export async function allInvoices(ledger: Ledger): Promise<Invoice[]> {
  const invoices: Invoice[] = [];
  for (const { id } of await ledger.invoices()) {
    const invoice = await ledger.invoice(id);
    if (invoice) invoices.push(invoice);
  }
  return invoices;
}

export function spendOver(ledger: Ledger, range: Range) {
  return ledger.spendOver(`${range.from} ${range.to}`);
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}

function perKey<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? read(key);
    answers.set(key, answer);
    return answer;
  };
}
