import 'server-only';
import type { Invoice, InvoiceSummary } from '#lib/contract/bill.ts';
import { invoiceSummarySchema } from '#lib/contract/bill.ts';
import { type Comparison, comparisonSchema } from '#lib/contract/subscription.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { lineChanges } from './line-changes.ts';
import { readInvoices } from './read-invoice.ts';
import { readPlan } from './read-plan.ts';
import { readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

type Ids = { newerId?: string; olderId?: string };

/**
 * Two invoices side by side, whichever way round they are named. Without ids: the latest two that are not void; with one
 * id: that one and the one before it (or, for `olderId`, after it). Null where there are not two. Throws `not_eligible`
 * without sight of money.
 */
export async function compareInvoices(viewer: Viewer, tx: Tx, ids: Ids): Promise<Comparison | null> {
  requireArea(viewer, 'money');
  const wanted = ids.newerId && ids.olderId ? [ids.newerId, ids.olderId] : await pairFor(viewer, tx, ids);
  const found = await readInvoices(viewer, tx, wanted);
  const [older, newer] = found.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  if (!older || !newer) return null;
  const { locale } = await readPlace(viewer, tx);
  const plan = await readPlan(viewer, tx);
  const difference = newer.total.amountMinor - older.total.amountMinor;
  const { currency } = newer.total;
  return comparisonSchema.parse({
    older: summaryOf(older),
    newer: summaryOf(newer),
    difference: { amountMinor: difference, currency },
    differencePercent:
      older.total.amountMinor === 0 ? null : Math.round((difference / older.total.amountMinor) * 1000) / 10,
    changes: lineChanges({ older, newer, plan, locale }),
  });
}

async function pairFor(viewer: Viewer, tx: Tx, { newerId, olderId }: Ids): Promise<string[]> {
  const rows = await tx.invoice.findMany({
    where: { tenantId: tenantOf(viewer), status: { not: 'void' } },
    select: { id: true },
    orderBy: [{ issuedOn: 'asc' }, { number: 'asc' }],
  });
  const oldestFirst = rows.map(({ id }) => id);
  const last = oldestFirst.length - 1;
  const newerAt = newerId ? oldestFirst.indexOf(newerId) : olderId ? oldestFirst.indexOf(olderId) + 1 : last;
  if ((newerId ?? olderId) !== undefined && !oldestFirst.includes(newerId ?? olderId ?? '')) return [];
  return newerAt < 1 ? [] : oldestFirst.slice(newerAt - 1, newerAt + 1);
}

function orderOf({ issuedOn, number }: Invoice): string {
  return `${issuedOn} ${number}`;
}

function summaryOf(invoice: Invoice): InvoiceSummary {
  return invoiceSummarySchema.strip().parse(invoice);
}
