import 'server-only';
import { readInvoice } from '../answer/find-invoice.ts';
import {
  isZero,
  type Lookup,
  minorOf,
  num,
  read,
  readAll,
  rows,
  str,
  sub,
  type Topic,
} from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';
import { comparisonText } from './compare.ts';
import { paymentWord, withCents } from './payments.ts';
import { answerAddons } from './plan.ts';
import { duplicateLines } from './refunds.ts';

/** A line found by its amount or its words, and why it is there. */
export function* answerFindLine(task: Task, voice: Voice): Topic {
  const amount = task.amounts[0];
  if (amount === undefined && task.text === undefined) return yield* answerOvercharged(task, voice);
  const query = {
    ...(amount === undefined ? {} : { amount }),
    ...(task.text === undefined || amount !== undefined ? {} : { text: task.text }),
  };
  const matches = narrowed(rows(yield* read('find_line', query), 'matches'), task);
  const [first, ...others] = matches;
  if (!first) return yield* answerNoLine(task, voice);
  const explained = yield* read('explain_charge', { line: str(sub(first, 'line'), 'handle') });
  return paragraphs(
    lineText(explained ?? first, amount !== undefined, voice),
    othersText(first, others, voice),
  );
}

/** Matches of a month that was named, where there are some; else all of them. */
function narrowed(matches: Row[], task: Task): Row[] {
  const month = task.invoice?.kind === 'month' ? task.invoice.month : task.period?.month;
  const number = task.invoice?.kind === 'number' ? task.invoice.number : undefined;
  const fitting = matches.filter((match) => {
    const invoice = sub(match, 'invoice');
    if (number !== undefined) return str(invoice, 'number') === number;
    return (
      month === undefined ||
      str(invoice, 'issuedOn').startsWith(month) ||
      str(invoice, 'periodStart').startsWith(month)
    );
  });
  return fitting.length > 0 ? fitting : matches;
}

function lineText(match: Row, byAmount: boolean, voice: Voice): string {
  const [invoice, line] = [sub(match, 'invoice'), sub(match, 'line')];
  const [price, start, end] = [str(line, 'unitAmount'), str(line, 'periodStart'), str(line, 'periodEnd')];
  const quantity = num(line, 'quantity');
  const reason = plain(str(line, 'reason')).replace(/\.$/, '');
  const slots = {
    what: plain(str(line, 'description')),
    invoice: voice.link(invoice ?? ''),
    day: voice.day(str(invoice, 'issuedOn')),
    amount: str(line, 'amount'),
  };
  return sentences(
    voice.say(byAmount ? 'line.one' : 'line.latest', slots),
    price !== '' && quantity !== null && quantity !== 1
      ? voice.say('line.price', { quantity: voice.number(quantity), price })
      : '',
    start !== '' && end !== ''
      ? voice.say('line.period', { from: voice.day(start), to: voice.day(end) })
      : '',
    reason === '' ? '' : voice.say('line.reason', { reason }),
    str(line, 'duplicateOf') === '' ? '' : voice.say('line.duplicate'),
  );
}

function othersText(first: Row, others: Row[], voice: Voice): string {
  if (others.length === 0) return '';
  const same = others.every(
    (match) => str(sub(match, 'line'), 'description') === str(sub(first, 'line'), 'description'),
  );
  const lines = others.slice(0, 4).map((match) => {
    const line = sub(match, 'line');
    return voice.say('line.on', {
      what: plain(str(line, 'description')),
      invoice: voice.link(sub(match, 'invoice') ?? ''),
      amount: str(line, 'amount'),
    });
  });
  return `${voice.say(same ? 'line.more' : 'line.also')}\n\n${bullets(lines)}`;
}

/** No line: perhaps an invoice's total or a payment, or an add-on that is not billed yet. */
function* answerNoLine(task: Task, voice: Voice): Topic {
  const amount = task.amounts[0];
  if (amount === undefined) {
    return /Developer mode|Priority support/.test(task.text ?? '')
      ? yield* answerAddons(task, voice)
      : voice.say('line.none_text');
  }
  const found = yield* wholeAmount(amount, voice);
  return found ?? voice.say('line.none');
}

function* wholeAmount(amount: string, voice: Voice): Lookup<string | null> {
  const [invoices, payments] = yield* readAll([
    { name: 'list_invoices', args: { limit: 24 } },
    { name: 'list_payments', args: {} },
  ]);
  const isIt = (money: string) =>
    Math.abs(minorOf(money)) === minorOf(withCents(amount, money)) && !isZero(money);
  const invoice = rows(invoices, 'invoices').find((row) => isIt(str(row, 'total')));
  const payment = rows(payments, 'payments').find((row) => isIt(str(row, 'amount')));
  const paid = payment
    ? voice.say('line.is_payment', {
        amount: str(payment, 'amount'),
        invoice: voice.link(str(payment, 'invoiceNumber')),
        day: voice.day(str(payment, 'startedOn')),
        status: paymentWord(payment, voice),
      })
    : '';
  if (!invoice) return paid === '' ? null : paid;
  return sentences(
    voice.say('line.is_total', {
      invoice: voice.link(invoice),
      day: voice.day(str(invoice, 'issuedOn')),
      total: str(invoice, 'total'),
    }),
    paid,
  );
}

export function* answerDuplicates(_: Task, voice: Voice): Topic {
  return duplicatesText(rows(yield* read('find_duplicates'), 'matches'), voice);
}

/** "Something is wrong with my bill": what is charged twice, and what changed. */
export function* answerOvercharged(_: Task, voice: Voice): Topic {
  const [duplicates, comparison] = yield* readAll([
    { name: 'find_duplicates', args: {} },
    { name: 'compare_periods', args: {} },
  ]);
  return paragraphs(
    voice.say('overcharge.intro'),
    duplicatesText(rows(duplicates, 'matches'), voice),
    comparison ? comparisonText(comparison, voice) : '',
    voice.say('overcharge.help', { support: voice.facts.support }),
  );
}

function duplicatesText(matches: Row[], voice: Voice): string {
  if (matches.length === 0) return voice.say('duplicate.none');
  return paragraphs(
    voice.say('duplicate.some'),
    bullets(duplicateLines(matches, voice)),
    voice.say('duplicate.help', { support: voice.facts.support }),
  );
}

/** Lines for the remaining days after a change in the middle of a period. */
export function* answerProration(task: Task, voice: Voice): Topic {
  const found = yield* readInvoice(task.invoice, voice);
  if ('missing' in found) return found.missing;
  const own = prorated(found.invoice);
  const earlier =
    own.length > 0 || task.invoice ? null : yield* readInvoice({ kind: 'latest', back: 1 }, voice);
  const invoice =
    earlier && 'invoice' in earlier && prorated(earlier.invoice).length > 0 ? earlier.invoice : found.invoice;
  const lines = prorated(invoice).map((row) => {
    const reason = plain(str(row, 'reason'));
    return (
      voice.say('proration.line', { what: plain(str(row, 'description')), amount: str(row, 'amount') }) +
      (reason === '' ? '' : ` – ${reason}`)
    );
  });
  const slots = { invoice: voice.link(invoice) };
  return lines.length === 0
    ? voice.say('proration.none', slots)
    : paragraphs(voice.say('proration.some', slots), bullets(lines));
}

function prorated(invoice: Row): Row[] {
  return rows(invoice, 'lines').filter((row) => str(row, 'kind') === 'proration');
}
