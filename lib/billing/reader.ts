import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { BillingReader, Viewer } from '#lib/kernel/ports.ts';
import { draftChange } from './changes/draft-change.ts';
import { compareInvoices } from './compare-invoices.ts';
import { findDuplicates, findLines, readLine } from './find-lines.ts';
import { listInvoices } from './list-invoices.ts';
import { listPayments } from './list-payments.ts';
import { readBalance } from './read-balance.ts';
import { readDetails } from './read-details.ts';
import { readInvoice } from './read-invoice.ts';
import { readPlan } from './read-plan.ts';
import { readSpend } from './read-spend.ts';
import { readUpcoming } from './read-upcoming.ts';
import { readUsage } from './read-usage.ts';

/**
 * Everything the ledger tells, bound to one viewer and one transaction: for pages, cards and tools alike. Only reads.
 * Each throws `not_eligible` where the viewer's role does not see that part.
 */
export function billingReader(viewer: Viewer, tx: Tx): BillingReader {
  return {
    balance: () => readBalance(viewer, tx),
    listInvoices: (filter) => listInvoices(viewer, tx, filter),
    getInvoice: (id) => readInvoice(viewer, tx, id),
    findLines: (query) => findLines(viewer, tx, query),
    getLine: (id) => readLine(viewer, tx, id),
    findDuplicates: () => findDuplicates(viewer, tx),
    compareInvoices: (ids) => compareInvoices(viewer, tx, ids),
    listPayments: (filter) => listPayments(viewer, tx, filter),
    plan: () => readPlan(viewer, tx),
    usage: (query) => readUsage(viewer, tx, query),
    upcoming: () => readUpcoming(viewer, tx),
    spend: (range) => readSpend(viewer, tx, range),
    details: () => readDetails(viewer, tx),
    quote: (request) => draftChange(viewer, tx, request),
  };
}
