import 'server-only';
import { z } from 'zod';
import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { ChangeEffect, ChangeProblem, Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from '../amounts.ts';
import { readPlace } from '../read-place.ts';
import { tenantOf } from '../tenant-of.ts';
import { type Decided, defineChange, type Drafted, expectOne, type RequestOf } from './define-change.ts';
import { lockInvoice } from './lock-rows.ts';
import { RUNNING_PAYMENTS } from './policy.ts';
import { resourceVersion } from './resource-version.ts';

const retryArguments = z.strictObject({
  tool: z.literal('retry_payment'),
  paymentId: z.uuid(),
  invoiceId: z.uuid(),
});
type RetryArguments = z.infer<typeof retryArguments>;

/** Tries a payment that failed, or waits for another day, again today; for exactly what is still due. */
export const RETRY_PAYMENT = defineChange<'retry_payment', RetryArguments>({
  arguments: retryArguments,
  toRequest: ({ tool, paymentId }) => ({ tool, paymentId }),
  lock: (viewer, tx, { invoiceId }) => lockInvoice(viewer, tx, invoiceId),
  draft: draftRetry,
  apply: applyRetry,
});

const FAILED = ['failed', 'retrying'];
const PAYMENT_SELECT = {
  id: true,
  currency: true,
  amountMinor: true,
  status: true,
  failureReason: true,
  nextRetryOn: true,
  method: { select: { label: true } },
  invoice: {
    select: {
      id: true,
      number: true,
      status: true,
      dueMinor: true,
      payments: { select: { id: true, status: true }, orderBy: { id: 'asc' } },
    },
  },
} as const satisfies Prisma.PaymentSelect;
type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof PAYMENT_SELECT }>;

async function readPayment(viewer: Viewer, tx: Tx, id: string): Promise<PaymentRow | null> {
  if (!isId(id)) return null;
  return tx.payment.findFirst({ where: { id, tenantId: tenantOf(viewer) }, select: PAYMENT_SELECT });
}

function problemOf({ id, status, amountMinor, invoice }: PaymentRow): ChangeProblem | null {
  if (!FAILED.includes(status)) return 'not_failed';
  if (invoice.status === 'void') return 'void_invoice';
  if (invoice.dueMinor === 0n) return 'nothing_left';
  if (amountMinor > invoice.dueMinor) return 'above_rest';
  const others = invoice.payments.filter((other) => other.id !== id);
  return others.some((other) => RUNNING_PAYMENTS.includes(other.status)) ? 'payment_running' : null;
}

async function draftRetry(viewer: Viewer, tx: Tx, { paymentId }: RequestOf<'retry_payment'>): Drafted {
  const row = await readPayment(viewer, tx, paymentId);
  if (!row) return 'not_found';
  const problem = problemOf(row);
  if (problem) return problem;
  const { locale } = await readPlace(viewer, tx);
  const amount = formatMoney(toMoney(row.amountMinor, currencySchema.parse(row.currency)), locale);
  const { invoice, method, failureReason } = row;
  const args: RetryArguments = { tool: 'retry_payment', paymentId: row.id, invoiceId: invoice.id };
  return {
    arguments: args,
    resource: { kind: 'payment', id: row.id, version: resourceVersion({ row, args }) },
    amount: null,
    title: `Try the payment of ${amount} for invoice ${invoice.number} again, with ${method.label}`,
    lines: [
      { label: 'Payment', value: amount },
      { label: 'Invoice', value: invoice.number },
      { label: 'With', value: method.label },
      { label: 'Failed because', value: failureReason ?? '' },
      { label: 'Takes effect', value: 'Tried again today' },
    ],
  };
}

async function applyRetry(
  viewer: Viewer,
  tx: Tx,
  { paymentId }: RetryArguments,
  _decided: Decided,
): Promise<ChangeEffect> {
  const row = await readPayment(viewer, tx, paymentId);
  if (!row || problemOf(row)) throw new AppError('no_longer_possible');
  const where = { id: paymentId, tenantId: tenantOf(viewer), status: { in: FAILED } };
  const data = { status: 'pending', failureReason: null, nextRetryOn: null };
  expectOne(await tx.payment.updateMany({ where, data }));
  const { locale } = await readPlace(viewer, tx);
  const amount = formatMoney(toMoney(row.amountMinor, currencySchema.parse(row.currency)), locale);
  const summary = `The payment of ${amount} for invoice ${row.invoice.number} is tried again today.`;
  return { summary, href: '/payments' };
}
