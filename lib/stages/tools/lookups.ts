import 'server-only';
import type { Card } from '#lib/contract/cards.ts';
import { TOPICS, type TopicId } from '#lib/contract/topics.ts';
import type {
  BillingReader,
  HandleBook,
  HandleKind,
  InvoiceFilter,
  PaymentFilter,
  UsageQuery,
} from '#lib/kernel/ports.ts';
import type { ParsedRead } from './parse-arguments.ts';
import { quoteChange } from './quote-change.ts';
import { toMinorUnits } from '#lib/contract/read-amount.ts';

/** What a look-up needs: a reader that is already bound to the viewer, and the handles of this conversation. */
export type LookupContext = { reader: BillingReader; handles: HandleBook; currency: string };

/** `data` goes to the model (rendered), `card` to the person. `not_found` covers handles from elsewhere too. */
export type Lookup =
  { summary: string; data: unknown; card?: Card; offered?: TopicId[] } | 'not_found' | 'bad_arguments';

const PDF_HINT = 'Open the invoice page and press "Print or save as PDF".';

/** Runs one parsed call. Every branch only reads. */
export async function lookUp(call: ParsedRead, context: LookupContext): Promise<Lookup> {
  const { reader } = context;
  switch (call.name) {
    case 'get_balance':
      return readBalance(reader);
    case 'list_invoices':
      return listInvoices(reader, call.args);
    case 'get_invoice':
      return readInvoice(call.args.invoice, context);
    case 'compare_periods':
      return comparePeriods(call.args, context);
    case 'find_line':
      return findLine(call.args, context);
    case 'explain_charge':
      return explainCharge(call.args.line, context);
    case 'find_duplicates':
      return findDuplicates(reader);
    case 'list_payments':
      return listPayments(reader, call.args);
    case 'get_plan':
      return readPlan(reader);
    case 'get_usage':
      return readUsage(reader, call.args);
    case 'get_upcoming':
      return readUpcoming(reader);
    case 'get_spend':
      return readSpend(reader, call.args);
    case 'get_billing_details':
      return readDetails(reader);
    case 'quote_change':
      return quoteChange(reader, call.args);
    case 'offer_topics':
      return offerTopics(call.args.topics);
  }
}

async function readBalance(reader: BillingReader): Promise<Lookup> {
  const balance = await reader.balance();
  return { summary: 'Read what is owed', data: balance, card: { type: 'balance', balance } };
}

async function listInvoices(reader: BillingReader, filter: InvoiceFilter): Promise<Lookup> {
  const invoices = await reader.listInvoices(filter);
  return {
    summary: counted(invoices.length, 'invoice'),
    data: { invoices },
    card: { type: 'invoices', invoices },
  };
}

async function listPayments(reader: BillingReader, filter: PaymentFilter): Promise<Lookup> {
  const payments = await reader.listPayments(filter);
  const summary = counted(payments.payments.length, 'payment');
  return { summary, data: payments, card: { type: 'payments', ...payments } };
}

async function readUsage(reader: BillingReader, query: UsageQuery): Promise<Lookup> {
  const usage = await reader.usage(query);
  return usage ? { summary: 'Read your usage', data: usage, card: { type: 'usage', usage } } : 'not_found';
}

async function readSpend(reader: BillingReader, range: { from: string; to: string }): Promise<Lookup> {
  const spend = await reader.spend(range);
  return { summary: `Added up ${spend.invoiceCount} invoices`, data: spend, card: { type: 'spend', spend } };
}

async function findDuplicates(reader: BillingReader): Promise<Lookup> {
  const matches = await reader.findDuplicates();
  return {
    summary: 'Looked for anything charged twice',
    data: { matches },
    card: { type: 'lines', matches },
  };
}

async function readPlan(reader: BillingReader): Promise<Lookup> {
  const plan = await reader.plan();
  return { summary: 'Read your plan', data: plan, card: { type: 'plan', plan } };
}

async function readUpcoming(reader: BillingReader): Promise<Lookup> {
  const upcoming = await reader.upcoming();
  return { summary: 'Read what comes next', data: upcoming, card: { type: 'upcoming', upcoming } };
}

async function readDetails(reader: BillingReader): Promise<Lookup> {
  const details = await reader.details();
  const data = { ...details, pdf: PDF_HINT };
  return { summary: 'Read the billing details', data, card: { type: 'details', details } };
}

function offerTopics(topics: TopicId[]): Lookup {
  return {
    summary: 'Offered topics',
    data: { offered: topics.map((id) => TOPICS[id].label) },
    offered: topics,
  };
}

async function readInvoice(handle: string | undefined, { reader, handles }: LookupContext): Promise<Lookup> {
  const id = handle === undefined ? await latestId(reader) : resolve(handles, 'invoice', handle);
  const invoice = id === null ? null : await reader.getInvoice(id);
  if (!invoice) return 'not_found';
  return { summary: `Read invoice ${invoice.number}`, data: invoice, card: { type: 'invoice', invoice } };
}

async function latestId(reader: BillingReader): Promise<string | null> {
  const newest = await reader.listInvoices({ limit: 6 });
  return newest.find((invoice) => invoice.status !== 'void')?.id ?? null;
}

async function comparePeriods(
  args: { newer?: string | undefined; older?: string | undefined },
  { reader, handles }: LookupContext,
): Promise<Lookup> {
  const newerId = args.newer === undefined ? undefined : resolve(handles, 'invoice', args.newer);
  const olderId = args.older === undefined ? undefined : resolve(handles, 'invoice', args.older);
  if (newerId === null || olderId === null) return 'not_found';
  const comparison = await reader.compareInvoices({
    ...(newerId ? { newerId } : {}),
    ...(olderId ? { olderId } : {}),
  });
  if (!comparison) return 'not_found';
  const summary = `Compared invoices ${comparison.newer.number} and ${comparison.older.number}`;
  return { summary, data: comparison, card: { type: 'comparison', comparison } };
}

async function findLine(
  args: {
    amount?: string | undefined;
    text?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  },
  { reader, currency }: LookupContext,
): Promise<Lookup> {
  const { amount, ...rest } = args;
  const amountMinor = amount === undefined ? undefined : toMinorUnits(amount, currency);
  if (amountMinor === null) return 'not_found';
  const matches = await reader.findLines(amountMinor === undefined ? rest : { ...rest, amountMinor });
  return {
    summary: `Searched the lines of your invoices`,
    data: { matches },
    card: { type: 'lines', matches },
  };
}

async function explainCharge(handle: string, { reader, handles }: LookupContext): Promise<Lookup> {
  const id = resolve(handles, 'line', handle);
  const match = id === null ? null : await reader.getLine(id);
  if (!match) return 'not_found';
  return {
    summary: `Read one line of invoice ${match.invoice.number}`,
    data: match,
    card: { type: 'lines', matches: [match] },
  };
}

function resolve(handles: HandleBook, kind: HandleKind, handle: string): string | null {
  return handles.resolve(kind, handle)?.objectId ?? null;
}

function counted(count: number, noun: string): string {
  return `Read ${count} ${noun}${count === 1 ? '' : 's'}`;
}
