import 'server-only';
import { monthsBefore } from '../entities/days.ts';
import { type Found, readInvoice } from '../answer/find-invoice.ts';
import {
  isZero,
  type Lookup,
  num,
  read,
  readAll,
  rows,
  str,
  sub,
  type Topic,
} from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Period, Row, Task } from '../types.ts';

/** Totals over a period: what was billed or paid first, then the rest as a short list. */
export function* answerSpend(task: Task, voice: Voice): Topic {
  const { today } = voice.facts;
  const counted = task.period || !task.count ? null : yield* sinceInvoice(task.count, voice);
  const period = task.period ?? counted ?? { from: `${today.slice(0, 4)}-01-01`, to: today };
  const first = yield* spendText(period, task, voice);
  return task.alsoPeriod ? paragraphs(first, yield* spendText(task.alsoPeriod, task, voice)) : first;
}

/** From the day of the invoice so many back until today. */
function* sinceInvoice(count: number, voice: Voice): Lookup<Period | null> {
  const list = rows(yield* read('list_invoices', { limit: 24 }), 'invoices');
  const oldest = list.filter((row) => str(row, 'status') !== 'void')[count - 1];
  return oldest ? { from: str(oldest, 'issuedOn'), to: voice.facts.today } : null;
}

function* spendText(period: Period, task: Task, voice: Voice): Lookup<string> {
  const spend = yield* read('get_spend', { from: period.from, to: period.to });
  const range = rangeText(period, voice);
  const count = num(spend, 'invoiceCount') ?? 0;
  if (!spend || count === 0) return voice.say('spend.none', { range });
  const slots = {
    range,
    n: count,
    billed: str(spend, 'billed'),
    paid: str(spend, 'paid'),
    refunded: str(spend, 'refunded'),
    tax: str(spend, 'tax'),
    discount: str(spend, 'discount'),
    average: str(spend, 'averagePerMonth'),
  };
  const paidFirst = task.concepts.has('payment') || task.concepts.has('spend');
  return paragraphs(
    voice.say(paidFirst ? 'spend.paid' : 'spend.billed', slots),
    bullets([
      paidFirst ? voice.say('spend.billed_short', slots) : voice.say('spend.paid_short', slots),
      isZero(slots.refunded) ? '' : voice.say('spend.refunded', slots),
      voice.say('spend.tax', slots),
      isZero(slots.discount) ? '' : voice.say('spend.discount', slots),
      period.month ? '' : voice.say('spend.average', slots),
    ]),
  );
}

export function* answerAverage(task: Task, voice: Voice): Topic {
  const { today } = voice.facts;
  const period = task.period ?? { from: monthsBefore(today, 12), to: today };
  const spend = yield* read('get_spend', { from: period.from, to: period.to });
  const range = rangeText(period, voice);
  if (!spend || (num(spend, 'invoiceCount') ?? 0) === 0) return voice.say('spend.none', { range });
  const slots = {
    range,
    average: str(spend, 'averagePerMonth'),
    billed: str(spend, 'billed'),
    n: num(spend, 'invoiceCount') ?? 0,
  };
  return sentences(voice.say('average.month', slots), voice.say('average.base', slots));
}

/** Tax of one invoice, or of a longer period. */
export function* answerTax(task: Task, voice: Voice): Topic {
  const { period } = task;
  if (period && period.month === undefined) {
    const spend = yield* read('get_spend', { from: period.from, to: period.to });
    const range = rangeText(period, voice);
    if (!spend || (num(spend, 'invoiceCount') ?? 0) === 0) return voice.say('spend.none', { range });
    return voice.say('tax.period', { range, tax: str(spend, 'tax'), billed: str(spend, 'billed') });
  }
  const found = yield* readInvoice(task.invoice, voice);
  if ('missing' in found) return found.missing;
  const tax = sub(found.invoice, 'tax');
  const invoice = voice.link(found.invoice);
  if (!tax || isZero(str(tax, 'amount'))) return voice.say('tax.none', { invoice });
  return sentences(
    voice.say('tax.invoice', {
      invoice,
      amount: str(tax, 'amount'),
      label: str(tax, 'label'),
      rate: voice.percent(num(tax, 'ratePercent') ?? 0),
    }),
    voice.say('tax.base', { total: str(found.invoice, 'total'), subtotal: str(found.invoice, 'subtotal') }),
  );
}

/** Promotions of the plan and the discount on an invoice. */
export function* answerDiscounts(task: Task, voice: Voice): Topic {
  const saved = yield* savedText(task, voice);
  const [plan] = yield* readAll([{ name: 'get_plan', args: {} }]);
  const promotions = rows(plan, 'promotions').toSorted((a, b) =>
    str(a, 'endsOn') < str(b, 'endsOn') ? 1 : -1,
  );
  const lines = promotions.slice(0, 4).map((row) => promotionText(row, voice));
  const named = lines.length > 1 ? bullets(lines) : (lines[0] ?? '');
  if (saved !== '') return paragraphs(saved, named);
  const found = yield* readInvoice(task.invoice, voice);
  return paragraphs(
    named === '' ? voice.say('discount.no_promotions') : named,
    yield* discountOf(found, task, voice),
  );
}

/** What the promotion took off the invoice; where the latest has none any more, what it took off the one before. */
function* discountOf(found: Found, task: Task, voice: Voice): Lookup<string> {
  if ('missing' in found) return task.invoice ? found.missing : '';
  const none = isZero(str(found.invoice, 'discount')) || str(found.invoice, 'discount') === '';
  if (!none || task.invoice) return onInvoice(found.invoice, voice);
  const before = yield* readInvoice({ kind: 'latest', back: 1 }, voice);
  return sentences(
    onInvoice(found.invoice, voice),
    'missing' in before || isZero(str(before.invoice, 'discount')) ? '' : onInvoice(before.invoice, voice),
  );
}

/** What discounts came to over a period that is asked about; nothing where none is. */
function* savedText({ period, concepts }: Task, voice: Voice): Lookup<string> {
  const isLong = period !== undefined && period.month === undefined && period.from !== period.to;
  if (!isLong || concepts.has('when') || concepts.has('ended')) return '';
  const spend = yield* read('get_spend', { from: period.from, to: period.to });
  const range = rangeText(period, voice);
  if (!spend || (num(spend, 'invoiceCount') ?? 0) === 0) return voice.say('spend.none', { range });
  const discount = str(spend, 'discount').replace(/[-−]\s?/, '');
  return voice.say('discount.period', { range, discount, n: num(spend, 'invoiceCount') ?? 0 });
}

function promotionText(row: Row, voice: Voice): string {
  return voice.say(row.ended === true ? 'discount.ended' : 'discount.running', {
    name: plain(str(row, 'name')),
    percent: voice.percent(num(row, 'percentOff') ?? 0),
    day: voice.day(str(row, 'endsOn')),
    from: voice.day(str(row, 'startedOn')),
  });
}

function onInvoice(invoice: Row, voice: Voice): string {
  const amount = str(invoice, 'discount');
  const link = voice.link(invoice);
  return amount === '' || isZero(amount)
    ? voice.say('discount.none_on_invoice', { invoice: link })
    : voice.say('discount.on_invoice', { invoice: link, amount: amount.replace(/[-−]\s?/, '') });
}

/** A period at the start of a sentence. */
function rangeText(period: Period, voice: Voice): string {
  if (period.open) return voice.say('range.all');
  if (period.from === period.to) return voice.say('range.day', { from: voice.day(period.from) });
  return voice.say('range.from_to', { from: voice.day(period.from), to: voice.day(period.to) });
}
