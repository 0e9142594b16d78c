import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { type InvoiceSummary, invoiceSummarySchema } from '#lib/contract/bill.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { InvoiceFilter, Viewer } from '#lib/kernel/ports.ts';
import { toDate } from './days.ts';
import { SUMMARY_SELECT, toSummary } from './invoice-summary.ts';
import { DEFAULT_LIMIT } from './policy.ts';
import { readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

/** Invoices, newest first. Throws `not_eligible` for a role that does not see money. */
export async function listInvoices(viewer: Viewer, tx: Tx, filter: InvoiceFilter): Promise<InvoiceSummary[]> {
  requireArea(viewer, 'money');
  const { today } = await readPlace(viewer, tx);
  const rows = await tx.invoice.findMany({
    where: {
      ...(fault('no-tenant-filter') ? {} : { tenantId: tenantOf(viewer) }),
      ...withStatus(filter.status, today),
      ...(filter.number === undefined ? {} : { number: filter.number }),
      issuedOn: dayRange(filter),
    },
    select: SUMMARY_SELECT,
    orderBy: [{ issuedOn: 'desc' }, { number: 'desc' }],
    take: filter.limit ?? DEFAULT_LIMIT,
  });
  return z.array(invoiceSummarySchema).parse(rows.map((row) => toSummary(row, today)));
}

/** A Prisma filter for days, both ends included. */
export function dayRange({ from, to }: { from?: string; to?: string }): Prisma.DateTimeFilter {
  return {
    ...(from === undefined ? {} : { gte: toDate(from) }),
    ...(to === undefined ? {} : { lte: toDate(to) }),
  };
}

/** `past_due` is not stored: it is an open invoice whose day has passed. */
function withStatus(status: InvoiceFilter['status'], today: string): Prisma.InvoiceWhereInput {
  if (status === undefined) return {};
  if (status === 'past_due') return { status: 'open', dueOn: { lt: toDate(today) } };
  if (status === 'open') return { status: 'open', dueOn: { gte: toDate(today) } };
  return { status };
}
