import 'server-only';
import { fault } from '#faults';
import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeProblem, Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from '../amounts.ts';
import { readPlace } from '../read-place.ts';
import { applyRefund } from './apply-refund.ts';
import { defineChange, type Drafted, type RequestOf } from './define-change.ts';
import { lockInvoice } from './lock-rows.ts';
import { RUNNING_PAYMENTS } from './policy.ts';
import { type Billed, invoiceOfLine, readBilled } from './read-billed.ts';
import { refundArguments, type RefundArguments } from './refund-arguments.ts';
import { resourceVersion } from './resource-version.ts';
import { paidWith, restOf } from './rest-of.ts';
import { sayRefund } from './say-refund.ts';

/** Money back for what was paid; for what was not paid yet, less is due. */
export const REFUND = defineChange<'refund', RefundArguments>({
  arguments: refundArguments,
  toRequest: ({ tool, invoiceId, lineId, amountMinor }) => ({
    tool,
    invoiceId,
    amountMinor,
    ...(lineId === null ? {} : { lineId }),
  }),
  lock: (viewer, tx, { invoiceId }) => lockInvoice(viewer, tx, invoiceId),
  draft: draftRefund,
  apply: applyRefund,
});

async function draftRefund(viewer: Viewer, tx: Tx, request: RequestOf<'refund'>): Drafted {
  const { lineId = null, amountMinor } = request;
  const invoiceId = lineId === null ? request.invoiceId : await invoiceOfLine(viewer, tx, lineId);
  const billed = invoiceId ? await readBilled(viewer, tx, invoiceId) : null;
  if (!billed || (request.invoiceId !== undefined && request.invoiceId !== billed.id)) return 'not_found';
  const problem = problemOf(billed, lineId, amountMinor);
  if (problem) return problem;
  const currency = currencySchema.parse(billed.currency);
  const amount = toMoney(amountMinor ?? restOf(billed, lineId), currency);
  const args: RefundArguments = {
    tool: 'refund',
    way: billed.status === 'paid' ? 'pay_back' : 'take_off',
    invoiceId: billed.id,
    lineId,
    amountMinor: amount.amountMinor,
    currency,
    methodId: billed.status === 'paid' ? (paidWith(billed)?.id ?? null) : null,
  };
  const { locale } = await readPlace(viewer, tx);
  return {
    arguments: args,
    resource: { kind: 'invoice', id: billed.id, version: resourceVersion({ billed }) },
    amount,
    ...sayRefund(billed, args, (minor) => formatMoney(toMoney(minor, currency), locale), locale),
  };
}

function problemOf(
  billed: Billed,
  lineId: string | null,
  amountMinor: number | undefined,
): ChangeProblem | null {
  if (billed.status === 'void') return 'void_invoice';
  const isNone = amountMinor !== undefined && (!Number.isSafeInteger(amountMinor) || amountMinor < 1);
  if (isNone && !fault('refund-of-nothing')) return 'below_minimum';
  if (billed.status === 'open' && billed.payments.some(({ status }) => RUNNING_PAYMENTS.includes(status)))
    return 'payment_running';
  const rest = restOf(billed, lineId);
  if (rest === 0n) return 'nothing_left';
  const isAbove = amountMinor !== undefined && BigInt(amountMinor) > rest;
  return isAbove && !fault('refund-above-rest') ? 'above_rest' : null;
}
