import 'server-only';
import { num, readAll, rows, str, sub, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';

/** What is paid next, when the next invoice comes and what it is expected to be. */
export function* answerNextPayment(task: Task, voice: Voice): Topic {
  const [upcoming, balance] = yield* readAll([
    { name: 'get_upcoming', args: {} },
    { name: 'get_balance', args: {} },
  ]);
  const payment = nextPayment(balance ?? null, voice);
  const invoice = nextInvoice(upcoming ?? null, voice);
  const wantsLines = [
    'invoice',
    'projection',
    'why',
    'line',
    'higher',
    'lower',
    'what',
    'include',
    'change',
  ].some((word) => task.concepts.has(word));
  const lines = wantsLines ? expectedLines(upcoming ?? null, voice) : '';
  const asksInvoice =
    (task.concepts.has('invoice') && !task.concepts.has('payment')) || task.concepts.has('projection');
  const events = asksInvoice ? '' : datesAhead(upcoming ?? null, voice);
  return asksInvoice ? paragraphs(invoice, lines, payment) : paragraphs(payment, invoice, lines, events);
}

function nextPayment(balance: Row | null, voice: Voice): string {
  const next = sub(balance, 'nextDueInvoice');
  if (!next) return voice.say('next.none');
  const days = num(next, 'daysUntilDue') ?? 0;
  const key = days < 0 ? 'next.payment_past' : 'next.payment';
  return voice.say(key, {
    due: str(next, 'due'),
    invoice: voice.link(next),
    day: voice.day(str(next, 'dueOn')),
    away: voice.away(days),
  });
}

function nextInvoice(upcoming: Row | null, voice: Voice): string {
  if (!upcoming) return '';
  return voice.say('next.invoice', {
    day: voice.day(str(upcoming, 'nextInvoiceOn')),
    away: voice.away(num(upcoming, 'daysUntilNextInvoice') ?? 0),
    total: str(upcoming, 'estimatedTotal'),
    tax: str(upcoming, 'tax'),
  });
}

function expectedLines(upcoming: Row | null, voice: Voice): string {
  const lines = rows(upcoming, 'lines').map((row) =>
    voice.say(row.estimated === true ? 'next.line_estimated' : 'next.line', {
      what: plain(str(row, 'description')),
      amount: str(row, 'amount'),
    }),
  );
  return lines.length === 0 ? '' : sentences(voice.say('next.lines')) + `\n\n${bullets(lines)}`;
}

function datesAhead(upcoming: Row | null, voice: Voice): string {
  const events = rows(upcoming, 'events').filter(
    (row) => str(row, 'kind') === 'payment_retry' || str(row, 'kind') === 'credit_expires',
  );
  const lines = events.slice(0, 3).map((row) => {
    const slots = {
      day: voice.day(str(row, 'on')),
      what: plain(str(row, 'description')),
      amount: str(row, 'amount'),
    };
    return voice.say(slots.amount === '' ? 'next.event' : 'next.event_amount', slots);
  });
  return lines.length === 0 ? '' : `${voice.say('next.events')}\n\n${bullets(lines)}`;
}
