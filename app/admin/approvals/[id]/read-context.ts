import 'server-only';
import { billingReader } from '#lib/billing/reader.ts';
import { type CardLine, type ProposalContext, proposalContextSchema } from '#lib/contract/approvals.ts';
import type { Balance } from '#lib/contract/bill.ts';
import { formatMoney } from '#lib/contract/money.ts';
import { asReader, type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { BillingReader, Viewer } from '#lib/kernel/ports.ts';
import { actFor } from '#lib/stages/approvals/act-for.ts';
import { loadProposal } from '#lib/stages/approvals/load-proposal.ts';
import { readCustomer } from '#lib/stages/approvals/read-customer.ts';
import { readEffects } from '#lib/stages/approvals/read-effects.ts';
import { requesterOf } from '#lib/stages/approvals/requester.ts';

const LATEST = 5;

/**
 * The account beside an opened case: read on behalf of whoever asked, by the role that may only read, in the one tenant that
 * was opened. Throws `not_found`.
 */
export async function readContext(
  viewer: Viewer,
  { id, locale }: { id: string; locale: string },
): Promise<ProposalContext> {
  const acting = await withViewer(viewer, (tx) => actFor(viewer, tx, id));
  return withViewer(acting, async (tx) => {
    const row = await loadProposal(acting, tx, id);
    if (!row) throw new AppError('not_found');
    const customer = await readCustomer(acting, tx);
    const earlier = await readEffects(acting, tx);
    const requester = await requesterOf(acting, tx, row);
    if (!requester)
      return proposalContextSchema.parse({ customer, earlier, lines: [MAY_NOT_ASK], invoices: [] });
    const about = row.resourceKind === 'invoice' ? row.resourceId : null;
    return proposalContextSchema.parse({
      customer,
      earlier,
      ...(await readAccount(requester, tx, about, locale)),
    });
  });
}

const MAY_NOT_ASK: CardLine = {
  label: 'Whoever asked',
  value: 'may not ask for this any more, so it can’t be approved',
};

async function readAccount(requester: Viewer, tx: Tx, about: string | null, locale: string) {
  return asReader(tx, async () => {
    const reader = billingReader(requester, tx);
    return { lines: linesOf(await reader.balance(), locale), invoices: await readInvoices(reader, about) };
  });
}

async function readInvoices(reader: BillingReader, about: string | null) {
  const all = await reader.listInvoices({ limit: 500 });
  const others = all.filter((invoice) => invoice.id !== about).slice(0, LATEST);
  return [...all.filter((invoice) => invoice.id === about), ...others];
}

function linesOf(balance: Balance, locale: string): CardLine[] {
  return [
    { label: 'Owed now', value: formatMoney(balance.due, locale) },
    { label: 'Of that, past due', value: formatMoney(balance.overdue, locale) },
    { label: 'Credit left', value: formatMoney(balance.creditRemaining, locale) },
  ];
}
