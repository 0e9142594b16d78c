import 'server-only';
import { findInvoice } from '../answer/find-invoice.ts';
import { minorOf, read, rows, str, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';

const SHOWN = 8;

/** Why a payment failed, when it is tried again, and every attempt so far. */
export function* answerFailedPayment(_: Task, voice: Voice): Topic {
  const payments = rows(yield* read('list_payments'), 'payments');
  const failed = payments.filter(isFailed);
  const [first] = failed;
  if (!first) return paragraphs(voice.say('fail.none'), lastGood(payments, voice));
  const attempts = rows(first, 'attempts').map((row) => attemptLine(row, voice));
  return paragraphs(
    failureText(first, voice),
    attempts.length > 1 ? `${voice.say('fail.attempts')}\n\n${bullets(attempts)}` : '',
    ...failed.slice(1, 3).map((row) => failureText(row, voice)),
    voice.say('fail.method', { method: str(first, 'method'), support: voice.facts.support }),
  );
}

/** Whether a payment went through: the one for an invoice, of an amount, or the latest. */
export function* answerPaymentStatus(task: Task, voice: Voice): Topic {
  const payments = rows(yield* read('list_payments'), 'payments');
  const amount = task.amounts[0];
  const meant =
    amount === undefined
      ? []
      : payments.filter(
          (row) => minorOf(str(row, 'amount')) === minorOf(withCents(amount, str(row, 'amount'))),
        );
  if (meant[0]) return statusText(meant[0], payments, voice);
  if (!task.invoice)
    return payments[0] ? statusText(payments[0], payments, voice) : voice.say('status.none_at_all');
  const found = yield* findInvoice(task.invoice, voice);
  if ('missing' in found) return found.missing;
  const number = str(found.invoice, 'number');
  const own = payments.find((row) => str(row, 'invoiceNumber') === number);
  if (own) return statusText(own, payments, voice);
  const status = statusWord(str(found.invoice, 'status'), voice);
  return sentences(
    voice.say('status.invoice', { invoice: voice.link(number), status }),
    status === voice.say('status.paid') ? '' : voice.say('status.none', { invoice: voice.link(number) }),
  );
}

export function* answerPayments(task: Task, voice: Voice): Topic {
  const range = task.period ? { from: task.period.from, to: task.period.to } : {};
  const payments = rows(yield* read('list_payments', range), 'payments');
  const inRange = task.period && !task.period.open ? voice.say('range.that') : '';
  if (payments.length === 0) return voice.say('payments.none', { range: inRange });
  const head =
    payments.length === 1
      ? voice.say('payments.one', { range: inRange })
      : voice.say('payments.count', { n: payments.length, range: inRange });
  const lines = payments.slice(0, SHOWN).map((row) =>
    voice.say('payments.line', {
      day: voice.day(str(row, 'settledOn') || str(row, 'startedOn')),
      amount: str(row, 'amount'),
      invoice: voice.link(str(row, 'invoiceNumber')),
      status: paymentWord(row, voice),
      method: str(row, 'method') === '' ? '' : ` (${str(row, 'method')})`,
    }),
  );
  return paragraphs(head, bullets(lines), payments.length > SHOWN ? voice.say('payments.more') : '');
}

export function isFailed(row: Row): boolean {
  return str(row, 'status') === 'failed' || str(row, 'status') === 'retrying';
}

export function paymentWord(row: Row, voice: Voice): string {
  switch (str(row, 'status')) {
    case 'failed':
      return voice.say('payment.failed');
    case 'retrying':
      return str(row, 'nextRetryOn') === ''
        ? voice.say('payment.failed')
        : voice.say('payment.retrying', { day: voice.day(str(row, 'nextRetryOn')) });
    case 'pending':
      return voice.say('payment.pending');
    default:
      return voice.say('payment.succeeded');
  }
}

export function statusWord(status: string, voice: Voice): string {
  if (status === 'paid' || status === 'open' || status === 'past_due' || status === 'void')
    return voice.say(`status.${status}`);
  return status;
}

function failureText(row: Row, voice: Voice): string {
  const reason = plain(str(row, 'failureReason'));
  return sentences(
    voice.say('fail.what', { amount: str(row, 'amount'), invoice: voice.link(str(row, 'invoiceNumber')) }),
    reason === '' ? '' : voice.say('fail.reason', { reason }),
    retryText(row, voice),
  );
}

function retryText(row: Row, voice: Voice): string {
  const day = str(row, 'nextRetryOn');
  if (day === '') return voice.say('fail.no_retry');
  const days = Math.round((Date.parse(day) - Date.parse(voice.facts.today)) / 86_400_000);
  return voice.say('fail.retry', { day: voice.day(day), away: voice.away(days) });
}

function attemptLine(row: Row, voice: Voice): string {
  const day = voice.day(str(row, 'on'));
  if (row.succeeded === true) return voice.say('fail.attempt_ok', { day });
  return voice.say('fail.attempt', { day, reason: plain(str(row, 'reason')) || voice.say('payment.failed') });
}

function statusText(row: Row, payments: Row[], voice: Voice): string {
  const status = str(row, 'status');
  const slots = {
    amount: str(row, 'amount'),
    invoice: voice.link(str(row, 'invoiceNumber')),
    day: voice.day(str(row, 'settledOn') || str(row, 'startedOn')),
    method: str(row, 'method'),
    reason: plain(str(row, 'failureReason')) || voice.say('payment.failed'),
  };
  if (status === 'pending') return voice.say('status.pending', slots);
  if (!isFailed(row))
    return sentences(
      voice.say('status.succeeded', slots),
      voice.say('status.invoice', { invoice: slots.invoice, status: voice.say('status.paid') }),
    );
  const key = status === 'retrying' ? 'status.retrying' : 'status.failed';
  return paragraphs(sentences(voice.say(key, slots), retryText(row, voice)), lastGood(payments, voice));
}

function lastGood(payments: Row[], voice: Voice): string {
  const good = payments.find((row) => str(row, 'status') === 'succeeded');
  if (!good) return '';
  return voice.say('status.last_good', {
    amount: str(good, 'amount'),
    invoice: voice.link(str(good, 'invoiceNumber')),
    day: voice.day(str(good, 'settledOn') || str(good, 'startedOn')),
  });
}

/** The figure a person wrote, with as many decimals as the ledger's display amount has. */
export function withCents(figure: string, like: string): string {
  const decimals = /[.,](\d{2})(?!\d)/.test(like) ? 2 : 0;
  const hasDecimals = /[.,]\d{2}$/.test(figure) && decimals > 0;
  const one = /[.,]\d$/.test(figure) && decimals > 0;
  return hasDecimals ? figure : one ? `${figure}0` : `${figure}${'0'.repeat(decimals)}`;
}
