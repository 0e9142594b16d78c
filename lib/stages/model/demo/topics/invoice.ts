import 'server-only';
import { readInvoice } from '../answer/find-invoice.ts';
import { isZero, minorOf, num, read, readAll, rows, str, sub, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';
import { answerNextPayment } from './next-payment.ts';
import { statusWord } from './payments.ts';

const SHOWN_LINES = 12;

/** One invoice: total, status, lines, discount, credit and tax. */
export function* answerInvoice(task: Task, voice: Voice): Topic {
  const found = yield* readInvoice(task.invoice, voice);
  if (task.also) {
    const second = yield* readInvoice(task.also, voice);
    return paragraphs(
      ...[found, second].map((one) => ('missing' in one ? one.missing : headText(one.invoice, voice))),
    );
  }
  // The one after the newest is still to come.
  if ('missing' in found && (task.invoice?.back ?? 0) < 0) return yield* answerNextPayment(task, voice);
  if ('missing' in found) return found.missing;
  return task.isBrief ? headText(found.invoice, voice) : invoiceText(found.invoice, voice);
}

/** What it comes to and where it stands, without its lines. */
function headText(invoice: Row, voice: Voice): string {
  return sentences(
    voice.say('invoice.head', {
      invoice: voice.link(invoice),
      day: voice.day(str(invoice, 'issuedOn')),
      total: str(invoice, 'total'),
    }),
    statusText(invoice, voice),
  );
}

function invoiceText(invoice: Row, voice: Voice): string {
  const lines = rows(invoice, 'lines');
  const refunded = str(invoice, 'refunded');
  return paragraphs(
    sentences(
      headText(invoice, voice),
      voice.say('invoice.period', {
        from: voice.day(str(invoice, 'periodStart')),
        to: voice.day(str(invoice, 'periodEnd')),
      }),
      refunded === '' || isZero(refunded) ? '' : voice.say('invoice.refunded', { amount: refunded }),
    ),
    bullets([
      ...lines
        .slice(0, SHOWN_LINES)
        .map((row) =>
          voice.say('invoice.line', { what: plain(str(row, 'description')), amount: str(row, 'amount') }),
        ),
      ...sums(invoice, lines, voice),
    ]),
    lines.length > SHOWN_LINES ? voice.say('invoice.more') : '',
  );
}

/** Discount and credit where no line shows them, then tax. */
function sums(invoice: Row, lines: Row[], voice: Voice): string[] {
  const has = (kind: string) => lines.some((row) => str(row, 'kind') === kind);
  const [discount, credit, tax] = [str(invoice, 'discount'), str(invoice, 'credit'), sub(invoice, 'tax')];
  return [
    discount === '' || isZero(discount) || has('discount')
      ? ''
      : voice.say('invoice.discount', { amount: discount }),
    credit === '' || isZero(credit) || has('credit') ? '' : voice.say('invoice.credit', { amount: credit }),
    tax
      ? voice.say('invoice.tax', {
          label: str(tax, 'label'),
          rate: voice.percent(num(tax, 'ratePercent') ?? 0),
          amount: str(tax, 'amount'),
        })
      : '',
  ];
}

function statusText(invoice: Row, voice: Voice): string {
  const slots = {
    due: str(invoice, 'due'),
    day: voice.day(str(invoice, 'paidOn') || str(invoice, 'dueOn')),
    away: voice.away(num(invoice, 'daysUntilDue') ?? 0),
    reason: plain(str(invoice, 'voidReason')),
  };
  switch (str(invoice, 'status')) {
    case 'paid':
      return voice.say('invoice.status_paid', slots);
    case 'void':
      return voice.say(slots.reason === '' ? 'invoice.status_void_bare' : 'invoice.status_void', slots);
    case 'past_due':
      return voice.say('invoice.status_past_due', slots);
    default:
      return voice.say('invoice.status_open', slots);
  }
}

export function* answerInvoices(task: Task, voice: Voice): Topic {
  const period = task.period && !task.period.open ? task.period : null;
  const args = period
    ? { from: period.from, to: period.to, limit: 24 }
    : { limit: task.concepts.has('howmany') ? 24 : (task.count ?? 12) };
  const list = rows(yield* read('list_invoices', args), 'invoices');
  const range = period
    ? voice.say('range.since_inline', { from: voice.day(period.from), to: voice.day(period.to) })
    : '';
  if (list.length === 0) return voice.say('invoices.none', { range });
  const key =
    list.length === 1
      ? 'invoices.one'
      : task.concepts.has('howmany') || period
        ? 'invoices.found'
        : 'invoices.count';
  const lines = list.slice(0, 12).map((row) => invoiceLine(row, voice));
  return paragraphs(
    voice.say(key, { n: list.length, range }),
    bullets(lines),
    list.length > 12 ? voice.say('pdf.all') : '',
  );
}

function invoiceLine(row: Row, voice: Voice): string {
  const slots = {
    invoice: voice.link(row),
    day: voice.day(str(row, 'issuedOn')),
    total: str(row, 'total'),
    status: statusWord(str(row, 'status'), voice),
  };
  return voice.say('invoices.line', slots);
}

/** The highest or lowest invoice, of a period where one is named. */
export function* answerExtreme(task: Task, voice: Voice): Topic {
  const range = task.period && !task.period.open ? { from: task.period.from, to: task.period.to } : {};
  const list = rows(yield* read('list_invoices', { ...range, limit: 24 }), 'invoices').filter(
    (row) => str(row, 'status') !== 'void',
  );
  const wantsLow = task.concepts.has('lowest');
  const [first] = list.toSorted(
    (a, b) => (minorOf(str(b, 'total')) - minorOf(str(a, 'total'))) * (wantsLow ? -1 : 1),
  );
  if (!first) return voice.say('invoices.none', { range: '' });
  return voice.say(wantsLow ? 'extreme.lowest' : 'extreme.highest', {
    invoice: voice.link(first),
    day: voice.day(str(first, 'issuedOn')),
    total: str(first, 'total'),
  });
}

export function* answerVoid(task: Task, voice: Voice): Topic {
  const list = rows(yield* read('list_invoices', { status: 'void' }), 'invoices').slice(0, 3);
  if (list.length === 0) return voice.say('void.none');
  const full = yield* readAll(
    list.map((row) => ({ name: 'get_invoice', args: { invoice: str(row, 'handle') } })),
  );
  const meant =
    task.invoice?.kind === 'number'
      ? full.filter(
          (row) => str(row, 'number') === (task.invoice?.kind === 'number' ? task.invoice.number : ''),
        )
      : [];
  return paragraphs(
    ...(meant.length > 0 ? meant : full).map((row) => {
      const reason = plain(str(row, 'voidReason')).replace(/\.$/, '');
      return row === null
        ? ''
        : voice.say(reason === '' ? 'void.one_bare' : 'void.one', {
            invoice: voice.link(row),
            day: voice.day(str(row, 'issuedOn')),
            total: str(row, 'total'),
            reason,
          });
    }),
  );
}

export function* answerMemo(task: Task, voice: Voice): Topic {
  const found = yield* readInvoice(task.invoice, voice);
  if ('missing' in found) return found.missing;
  const memo = plain(str(found.invoice, 'memo'));
  const invoice = voice.link(found.invoice);
  return memo === '' ? voice.say('memo.none', { invoice }) : voice.say('memo.text', { invoice, memo });
}
