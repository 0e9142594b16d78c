import 'server-only';
import { findInvoice } from '../answer/find-invoice.ts';
import { isZero, num, read, rows, str, sub, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';
import { answerNextPayment } from './next-payment.ts';

/** What is owed, what of it is overdue, and the invoices that are still open. */
export function* answerOwe(_: Task, voice: Voice): Topic {
  return balanceText(yield* read('get_balance'), voice);
}

export function* answerOverdue(_: Task, voice: Voice): Topic {
  const balance = yield* read('get_balance');
  const overdue = str(balance, 'overdue');
  if (isZero(overdue)) return sentences(voice.say('overdue.none'), nextDue(balance, voice));
  const late = rows(balance, 'openInvoices').filter((row) => (num(row, 'daysUntilDue') ?? 0) < 0);
  return paragraphs(voice.say('overdue.some', { overdue }), bullets(late.map((row) => openLine(row, voice))));
}

/** When an invoice is due; without one, the next due date. */
export function* answerDueDate(task: Task, voice: Voice): Topic {
  if (!task.invoice || task.invoice.kind === 'due') {
    const balance = yield* read('get_balance');
    const next = nextDue(balance, voice);
    const more = rows(balance, 'openInvoices');
    return next === ''
      ? voice.say('due.none')
      : more.length > 1
        ? paragraphs(
            sentences(next, voice.say('owe.due', { due: str(balance, 'due') })),
            bullets(more.map((row) => openLine(row, voice))),
          )
        : next;
  }
  const found = yield* findInvoice(task.invoice, voice);
  // The one after the newest is still to come.
  if ('missing' in found && task.invoice.back < 0) return yield* answerNextPayment(task, voice);
  return 'missing' in found ? found.missing : dueOf(found.invoice, voice);
}

export function* answerMoreTime(_: Task, voice: Voice): Topic {
  const balance = yield* read('get_balance');
  return paragraphs(voice.say('cannot.time', { support: voice.facts.support }), nextDue(balance, voice));
}

export function* answerPayNow(_: Task, voice: Voice): Topic {
  const [balance, details] = [yield* read('get_balance'), yield* read('get_billing_details')];
  const method = rows(details, 'methods').find((row) => row.isDefault === true);
  return paragraphs(
    sentences(
      voice.say('cannot.pay'),
      method ? voice.say('pay.method', { label: str(method, 'label') }) : '',
      voice.say('cannot.help', { support: voice.facts.support }),
    ),
    balanceText(balance, voice),
  );
}

/** Balance in words: the sum first, then each open invoice. */
export function balanceText(balance: Row | null, voice: Voice): string {
  if (!balance) return voice.say('nothing.found', { support: voice.facts.support });
  const [due, overdue, credit] = [
    str(balance, 'due'),
    str(balance, 'overdue'),
    str(balance, 'creditRemaining'),
  ];
  const creditText = credit === '' || isZero(credit) ? '' : voice.say('owe.credit', { credit });
  if (isZero(due)) return sentences(voice.say('owe.nothing'), creditText);
  const late = isZero(overdue)
    ? ''
    : overdue === due
      ? voice.say('owe.all_overdue')
      : voice.say('owe.overdue', { overdue });
  const lines = rows(balance, 'openInvoices')
    .slice(0, 6)
    .map((row) => openLine(row, voice));
  return paragraphs(sentences(voice.say('owe.due', { due }), late), bullets(lines), creditText);
}

function openLine(row: Row, voice: Voice): string {
  const days = num(row, 'daysUntilDue') ?? 0;
  return voice.say(days < 0 ? 'owe.line_past' : 'owe.line_future', {
    invoice: voice.link(row),
    due: str(row, 'due'),
    day: voice.day(str(row, 'dueOn')),
    away: voice.away(days),
  });
}

export function nextDue(balance: Row | null, voice: Voice): string {
  const next = sub(balance, 'nextDueInvoice');
  if (!next) return '';
  const slots = {
    due: str(next, 'due'),
    invoice: voice.link(next),
    day: voice.day(str(next, 'dueOn')),
    away: voice.away(num(next, 'daysUntilDue') ?? 0),
  };
  return voice.say('due.next', slots);
}

function dueOf(row: Row, voice: Voice): string {
  const status = str(row, 'status');
  const days = num(row, 'daysUntilDue');
  const slots = {
    invoice: voice.link(row),
    total: str(row, 'total'),
    due: str(row, 'due'),
    day: voice.day(str(row, 'dueOn')),
    away: voice.away(days ?? 0),
    paid: str(row, 'paidOn') === '' ? '' : voice.day(str(row, 'paidOn')),
  };
  if (status === 'void') return voice.say('due.invoice_void', slots);
  if (status === 'paid') return voice.say('due.invoice_paid', slots);
  return voice.say(days !== null && days < 0 ? 'due.invoice_past' : 'due.invoice', slots);
}
