import 'server-only';
import { isZero, read, readAll, rows, str, type Topic } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, sentences, type Voice } from '../answer/voice.ts';
import type { Row, Task } from '../types.ts';

/** Refunds and where they are; unused credit too when the question names it. */
export function* answerRefunds(task: Task, voice: Voice): Topic {
  const payments = yield* read('list_payments');
  const text = refundText(payments, voice);
  return task.concepts.has('credit') ? paragraphs(text, creditText(payments, null, voice)) : text;
}

export function* answerCredits(_: Task, voice: Voice): Topic {
  const [payments, balance] = yield* readAll([
    { name: 'list_payments', args: {} },
    { name: 'get_balance', args: {} },
  ]);
  return creditText(payments ?? null, balance ?? null, voice);
}

/** A request to pay something back: what is known, and who can do it. */
export function* answerRequestRefund(task: Task, voice: Voice): Topic {
  const payments = yield* read('list_payments');
  const support = voice.facts.support;
  const isTwice = task.concepts.has('duplicate');
  const matches = isTwice ? rows(yield* read('find_duplicates'), 'matches') : [];
  const lines = duplicateLines(matches, voice);
  const running = rows(payments, 'refunds').length > 0 ? refundText(payments, voice) : '';
  const head =
    lines.length > 0 ? voice.say('cannot.refund', { support }) : voice.say('cannot.refund_bare', { support });
  return paragraphs(head, bullets(lines), running);
}

export function refundText(payments: Row | null, voice: Voice): string {
  const refunds = rows(payments, 'refunds');
  if (refunds.length === 0) return voice.say('refund.none');
  return paragraphs(...refunds.slice(0, 3).map((row) => oneRefund(row, voice)));
}

function oneRefund(row: Row, voice: Voice): string {
  const isDone = str(row, 'status') === 'completed';
  const day = voice.day((isDone ? str(row, 'completedOn') : '') || str(row, 'expectedOn'));
  const slots = {
    amount: str(row, 'amount'),
    invoice: voice.link(str(row, 'invoiceNumber')),
    method: str(row, 'method'),
    day,
  };
  return sentences(
    voice.say(isDone ? 'refund.completed' : 'refund.on_its_way', slots),
    voice.say('refund.reason', {
      day: voice.day(str(row, 'requestedOn')),
      reason: plain(str(row, 'reason')),
    }),
  );
}

function creditText(payments: Row | null, balance: Row | null, voice: Voice): string {
  const credits = rows(payments, 'credits').filter((row) => !isZero(str(row, 'remaining')));
  const total = str(balance, 'creditRemaining') || (credits.length === 1 ? str(credits[0], 'remaining') : '');
  if (credits.length === 0)
    return total === '' || isZero(total) ? voice.say('credit.none') : voice.say('credit.total', { total });
  const lines = credits.map((row) =>
    sentences(
      voice.say('credit.line', {
        remaining: str(row, 'remaining'),
        granted: str(row, 'granted'),
        day: voice.day(str(row, 'grantedOn')),
        reason: plain(str(row, 'reason')),
      }),
      str(row, 'expiresOn') === ''
        ? ''
        : voice.say('credit.expires', { day: voice.day(str(row, 'expiresOn')) }),
    ),
  );
  return paragraphs(total === '' ? '' : voice.say('credit.total', { total }), bullets(lines));
}

/** The surplus lines among the matches of `find_duplicates`. */
export function duplicateLines(matches: Row[], voice: Voice): string[] {
  const surplus = matches.filter((match) => isSurplus(match));
  return (surplus.length > 0 ? surplus : matches).slice(0, 6).map((match) => {
    const line = part(match, 'line');
    const period =
      str(line, 'periodStart') === '' || str(line, 'periodEnd') === ''
        ? ''
        : voice.say('duplicate.period', {
            from: voice.day(str(line, 'periodStart')),
            to: voice.day(str(line, 'periodEnd')),
          });
    const text = voice.say('duplicate.line', {
      what: plain(str(line, 'description')),
      invoice: voice.link(part(match, 'invoice') ?? ''),
      day: voice.day(str(part(match, 'invoice'), 'issuedOn')),
      amount: str(line, 'amount'),
    });
    return text + period;
  });
}

function isSurplus(match: Row): boolean {
  return str(part(match, 'line'), 'duplicateOf') !== '';
}

function part(match: Row, key: 'line' | 'invoice'): Row | null {
  const value = match[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
