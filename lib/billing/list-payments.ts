import 'server-only';
import { type Payments, paymentsSchema } from '#lib/contract/bill.ts';
import { currencySchema } from '#lib/contract/money.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { PaymentFilter, Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from './amounts.ts';
import { fromDate } from './days.ts';
import { dayRange } from './list-invoices.ts';
import { readMethods } from './payment-method.ts';
import { DEFAULT_LIMIT } from './policy.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

const PAYMENT_SELECT = {
  id: true,
  invoiceId: true,
  currency: true,
  amountMinor: true,
  status: true,
  startedOn: true,
  settledOn: true,
  failureReason: true,
  nextRetryOn: true,
  methodId: true,
  attempts: { select: { attemptedOn: true, succeeded: true, reason: true }, orderBy: { sequence: 'asc' } },
} as const satisfies Prisma.PaymentSelect;
const REFUND_SELECT = {
  id: true,
  invoiceId: true,
  currency: true,
  amountMinor: true,
  status: true,
  requestedOn: true,
  expectedOn: true,
  completedOn: true,
  reason: true,
  methodId: true,
} as const satisfies Prisma.RefundSelect;
const CREDIT_SELECT = {
  id: true,
  currency: true,
  grantedMinor: true,
  remainingMinor: true,
  reason: true,
  grantedOn: true,
  expiresOn: true,
} as const satisfies Prisma.CreditSelect;

/**
 * Payments by the day they began, newest first, with every refund, credit and method. `failed` finds those that are being
 * retried too: they have failed so far. Throws `not_eligible` without sight of money.
 */
export async function listPayments(viewer: Viewer, tx: Tx, filter: PaymentFilter): Promise<Payments> {
  requireArea(viewer, 'money');
  const tenantId = tenantOf(viewer);
  const payments = await tx.payment.findMany({
    where: { tenantId, ...withStatus(filter.status), startedOn: dayRange(filter) },
    select: PAYMENT_SELECT,
    orderBy: [{ startedOn: 'desc' }, { id: 'desc' }],
    take: filter.limit ?? DEFAULT_LIMIT,
  });
  const refunds = await tx.refund.findMany({
    where: { tenantId },
    select: REFUND_SELECT,
    orderBy: { requestedOn: 'desc' },
  });
  const credits = await tx.credit.findMany({
    where: { tenantId },
    select: CREDIT_SELECT,
    orderBy: { grantedOn: 'desc' },
  });
  const methods = await readMethods(viewer, tx);
  const invoices = await tx.invoice.findMany({ where: { tenantId }, select: { id: true, number: true } });
  const names: Names = {
    invoices: new Map(invoices.map(({ id, number }) => [id, number])),
    methods: new Map(methods.map(({ id, label }) => [id, label])),
  };
  return paymentsSchema.parse({
    payments: payments.map((row) => toPayment(row, names)),
    refunds: refunds.map((row) => toRefund(row, names)),
    credits: credits.map(toCredit),
    methods,
  });
}

/** By id: the numbers of invoices and the labels of methods. */
type Names = { invoices: ReadonlyMap<string, string>; methods: ReadonlyMap<string, string> };

function withStatus(status: PaymentFilter['status']): Prisma.PaymentWhereInput {
  if (status === undefined) return {};
  return { status: status === 'failed' ? { in: ['failed', 'retrying'] } : status };
}

function toPayment(row: Prisma.PaymentGetPayload<{ select: typeof PAYMENT_SELECT }>, names: Names) {
  return {
    id: row.id,
    invoiceId: row.invoiceId,
    invoiceNumber: names.invoices.get(row.invoiceId),
    amount: toMoney(row.amountMinor, currencySchema.parse(row.currency)),
    status: row.status,
    startedOn: fromDate(row.startedOn),
    settledOn: row.settledOn && fromDate(row.settledOn),
    method: names.methods.get(row.methodId),
    failureReason: row.failureReason,
    nextRetryOn: row.nextRetryOn && fromDate(row.nextRetryOn),
    attempts: row.attempts.map(({ attemptedOn, succeeded, reason }) => ({
      on: fromDate(attemptedOn),
      succeeded,
      reason,
    })),
  };
}

function toRefund(row: Prisma.RefundGetPayload<{ select: typeof REFUND_SELECT }>, names: Names) {
  return {
    id: row.id,
    invoiceId: row.invoiceId,
    invoiceNumber: names.invoices.get(row.invoiceId),
    amount: toMoney(row.amountMinor, currencySchema.parse(row.currency)),
    status: row.status,
    requestedOn: fromDate(row.requestedOn),
    expectedOn: fromDate(row.expectedOn),
    completedOn: row.completedOn && fromDate(row.completedOn),
    reason: row.reason,
    method: names.methods.get(row.methodId),
  };
}

function toCredit(row: Prisma.CreditGetPayload<{ select: typeof CREDIT_SELECT }>) {
  const currency = currencySchema.parse(row.currency);
  return {
    id: row.id,
    granted: toMoney(row.grantedMinor, currency),
    remaining: toMoney(row.remainingMinor, currency),
    reason: row.reason,
    grantedOn: fromDate(row.grantedOn),
    expiresOn: row.expiresOn && fromDate(row.expiresOn),
  };
}
