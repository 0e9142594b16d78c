import 'server-only';
import { toMinorUnits } from '#lib/contract/read-amount.ts';
import type { ChangeRequest, HandleBook } from '#lib/kernel/ports.ts';
import type { ParsedChange } from './parse-arguments.ts';

export type AskedChange = { request: ChangeRequest; reason: string | undefined };

/**
 * A change that the model asks for, with handles resolved to objects the viewer has read in this conversation. Null for a
 * handle from elsewhere or an amount that is none.
 */
export function readChange(
  call: ParsedChange,
  { handles, currency }: { handles: HandleBook; currency: string },
): AskedChange | null {
  const request = requestOf(call, handles, currency);
  return request && { request, reason: call.args.reason };
}

function requestOf(call: ParsedChange, handles: HandleBook, currency: string): ChangeRequest | null {
  switch (call.name) {
    case 'refund':
      return refundOf(call.args, handles, currency);
    case 'change_plan':
      return { tool: call.name, plan: call.args.plan };
    case 'change_seats':
      return { tool: call.name, change: call.args.change, count: call.args.count };
    case 'change_billing_contact':
      return { tool: call.name, email: call.args.email };
    case 'retry_payment': {
      const payment = handles.resolve('payment', call.args.payment);
      return payment && { tool: call.name, paymentId: payment.objectId };
    }
    case 'cancel_plan':
    case 'pause_plan':
    case 'resume_plan':
      return { tool: call.name };
  }
}

function refundOf(
  args: Extract<ParsedChange, { name: 'refund' }>['args'],
  handles: HandleBook,
  currency: string,
): ChangeRequest | null {
  const invoice = args.invoice === undefined ? null : handles.resolve('invoice', args.invoice);
  const line = args.line === undefined ? null : handles.resolve('line', args.line);
  if (!invoice && !line) return null;
  const amountMinor = args.amount === undefined ? undefined : toMinorUnits(args.amount, currency);
  if (amountMinor === null) return null;
  return {
    tool: 'refund',
    ...(invoice ? { invoiceId: invoice.objectId } : {}),
    ...(line ? { lineId: line.objectId } : {}),
    ...(amountMinor === undefined ? {} : { amountMinor }),
  };
}
