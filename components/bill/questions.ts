import type { InvoiceLine, InvoiceSummary, Payment } from '#lib/contract/bill.ts';
import { formatDay } from '#lib/contract/dates.ts';
import { formatMoney } from '#lib/contract/money.ts';

/** What "Ask about this" puts into the composer. Plain sentences that a person could have typed. */
export function askLine(line: InvoiceLine, invoiceNumber: string, locale: string): string {
  return `What is the line "${line.description}" for ${formatMoney(line.amount, locale)} on invoice ${invoiceNumber}?`;
}

export function askInvoice(invoice: InvoiceSummary): string {
  return `Explain invoice ${invoice.number}.`;
}

export function askPayment(payment: Payment, locale: string): string {
  const day = formatDay(payment.startedOn, locale);
  const amount = formatMoney(payment.amount, locale);
  if (payment.status === 'failed' || payment.status === 'retrying') {
    return `Why did the payment of ${amount} on ${day} fail, and what happens next?`;
  }
  return `What was the payment of ${amount} on ${day} for?`;
}
