import type { Balance, Payment, Payments } from '#lib/contract/bill.ts';
import type { Ledger } from '../ledger.ts';
import { amount, day, type FactTable, text } from './fact.ts';

const balanceOf =
  <T>(pick: (balance: Balance) => T) =>
  async (ledger: Ledger) =>
    pick(await ledger.balance());

const paymentsOf =
  <T>(pick: (payments: Payments) => T) =>
  async (ledger: Ledger) =>
    pick(await ledger.payments());

function newest(payments: Payments, wanted: (payment: Payment) => boolean): Payment | undefined {
  return payments.payments.filter(wanted).toSorted((a, b) => b.startedOn.localeCompare(a.startedOn))[0];
}
const failed = (payments: Payments) =>
  newest(payments, (one) => one.nextRetryOn !== null) ?? newest(payments, (one) => one.status === 'failed');
const succeeded = (payments: Payments) => newest(payments, (one) => one.status === 'succeeded');
const latest = (payments: Payments) => newest(payments, () => true);
const refund = (payments: Payments) =>
  payments.refunds.find((one) => one.status === 'on_its_way') ?? payments.refunds[0];
const credit = (payments: Payments) => payments.credits.find((one) => one.remaining.amountMinor > 0);
const defaultMethod = (payments: Payments) => payments.methods.find((method) => method.isDefault);

export const PAYMENT_FACTS: FactTable = {
  'balance.due': amount(
    'Owed now, in all',
    balanceOf((balance) => balance.due),
    /\b(you (currently |now )?owe|your balance is|outstanding balance|schulden|offen sind|debes?|solde)\b/iu,
  ),
  'balance.overdue': amount(
    'Of it overdue',
    balanceOf((balance) => balance.overdue),
  ),
  'balance.nextDueOn': day(
    'The next due date',
    balanceOf((balance) => balance.nextDueOn),
  ),
  'balance.nextDueInvoice.number': text(
    'The invoice that is due next',
    balanceOf((balance) => balance.nextDueInvoice?.number),
  ),
  'balance.nextDueInvoice.due': amount(
    'What is still to be paid on it',
    balanceOf((balance) => balance.nextDueInvoice?.due),
  ),
  'balance.nextDueInvoice.total': amount(
    'Its total',
    balanceOf((balance) => balance.nextDueInvoice?.total),
  ),
  'balance.nextDueInvoice.dueOn': day(
    'Its due date',
    balanceOf((balance) => balance.nextDueInvoice?.dueOn),
  ),
  'balance.open.number': text(
    'Number of the oldest open invoice',
    balanceOf((balance) => balance.openInvoices.at(-1)?.number),
  ),
  'balance.open.dueOn': day(
    'Its due date',
    balanceOf((balance) => balance.openInvoices.at(-1)?.dueOn),
  ),
  'payment.failed.reason': text(
    'Why the payment failed',
    paymentsOf((all) => reasonOf(failed(all))),
  ),
  'payment.failed.amount': amount(
    'Amount of the failed payment',
    paymentsOf((all) => failed(all)?.amount),
  ),
  'payment.failed.nextRetryOn': day(
    'When it is tried again',
    paymentsOf((all) => failed(all)?.nextRetryOn),
  ),
  'payment.failed.invoiceNumber': text(
    'The invoice it is for',
    paymentsOf((all) => failed(all)?.invoiceNumber),
  ),
  'payment.failed.method': text(
    'How it was to be paid',
    paymentsOf((all) => failed(all)?.method),
  ),
  'payment.last.amount': amount(
    'Amount of the last payment that succeeded',
    paymentsOf((all) => succeeded(all)?.amount),
  ),
  'payment.last.settledOn': day(
    'Day it arrived',
    paymentsOf((all) => succeeded(all)?.settledOn),
  ),
  'payment.last.startedOn': day(
    'Day it was begun',
    paymentsOf((all) => succeeded(all)?.startedOn),
  ),
  'payment.last.invoiceNumber': text(
    'The invoice it paid',
    paymentsOf((all) => succeeded(all)?.invoiceNumber),
  ),
  'payment.last.method': text(
    'How it was paid',
    paymentsOf((all) => succeeded(all)?.method),
  ),
  'payment.latest.amount': amount(
    'Amount of the newest payment, whatever came of it',
    paymentsOf((all) => latest(all)?.amount),
  ),
  'payment.latest.startedOn': day(
    'Day it was begun',
    paymentsOf((all) => latest(all)?.startedOn),
  ),
  'payment.latest.method': text(
    'How',
    paymentsOf((all) => latest(all)?.method),
  ),
  'refund.amount': amount(
    'The refund on its way',
    paymentsOf((all) => refund(all)?.amount),
  ),
  'refund.expectedOn': day(
    'When it is expected',
    paymentsOf((all) => refund(all)?.expectedOn),
  ),
  'refund.requestedOn': day(
    'When it was requested',
    paymentsOf((all) => refund(all)?.requestedOn),
  ),
  'refund.reason': text(
    'What it is for',
    paymentsOf((all) => refund(all)?.reason),
  ),
  'refund.invoiceNumber': text(
    'The invoice it belongs to',
    paymentsOf((all) => refund(all)?.invoiceNumber),
  ),
  'credit.remaining': amount(
    'Unused credit',
    balanceOf((balance) => balance.creditRemaining),
  ),
  'credit.granted': amount(
    'The credit as it was granted',
    paymentsOf((all) => credit(all)?.granted),
  ),
  'credit.reason': text(
    'Why it was granted',
    paymentsOf((all) => credit(all)?.reason),
  ),
  'credit.expiresOn': day(
    'When it expires',
    paymentsOf((all) => credit(all)?.expiresOn),
  ),
  'method.default': text(
    'The payment method in use',
    paymentsOf((all) => defaultMethod(all)?.label),
  ),
};

function reasonOf(payment: Payment | undefined): string | null | undefined {
  return payment?.failureReason ?? payment?.attempts.findLast((attempt) => !attempt.succeeded)?.reason;
}
