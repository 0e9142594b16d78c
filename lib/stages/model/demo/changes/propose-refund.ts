import 'server-only';
import { findInvoice, readInvoice } from '../answer/find-invoice.ts';
import { isRow, type Lookup, read, rows, str } from '../answer/read-result.ts';
import { bullets, paragraphs, plain, type Voice } from '../answer/voice.ts';
import { duplicateLines } from '../topics/refunds.ts';
import type { InvoiceRef, Row } from '../types.ts';
import { propose } from './propose.ts';
import type { RefundTarget } from './wish.ts';

/** Looks up the handle of what is to be given back, then proposes it; asks where it is not one thing. */
export function* proposeRefund(target: RefundTarget, voice: Voice): Lookup<string> {
  switch (target.kind) {
    case 'duplicate':
      return yield* ofDuplicate(target.invoice, voice);
    case 'line':
      return yield* ofLine(target, voice);
    case 'invoice': {
      const found = yield* findInvoice(target.invoice, voice);
      if ('missing' in found) return found.missing;
      const amount = target.amount === undefined ? {} : { amount: target.amount };
      return yield* propose('refund', { invoice: str(found.invoice, 'handle'), ...amount }, voice);
    }
    case 'open':
      return yield* askWhich(voice);
  }
}

function* ofDuplicate(ref: InvoiceRef | undefined, voice: Voice): Lookup<string> {
  const all = yield* surplus();
  const [first] = all;
  if (!first) return voice.say('change.no_duplicate');
  const meant = all.length > 1 && ref ? yield* onInvoice(all, ref, voice) : all;
  const [only, ...others] = meant.length > 0 ? meant : all;
  if (!only || others.length > 0)
    return paragraphs(voice.say('change.which_of'), bullets(duplicateLines(all, voice)));
  return yield* propose('refund', { line: str(part(only, 'line'), 'handle') }, voice, 'reason.duplicate');
}

/** The lines that charge something a second time. */
function* surplus(): Lookup<Row[]> {
  const matches = rows(yield* read('find_duplicates'), 'matches');
  return matches.filter((match) => str(part(match, 'line'), 'duplicateOf') !== '');
}

function* onInvoice(matches: Row[], ref: InvoiceRef, voice: Voice): Lookup<Row[]> {
  const found = yield* findInvoice(ref, voice);
  if ('missing' in found) return [];
  const number = str(found.invoice, 'number');
  return matches.filter((match) => str(part(match, 'invoice'), 'number') === number);
}

function* ofLine(target: Extract<RefundTarget, { kind: 'line' }>, voice: Voice): Lookup<string> {
  const { text, amount, invoice } = target;
  if (text === undefined && amount === undefined) return yield* askLine(invoice, voice);
  const search = text === undefined ? { amount } : { text };
  const all = rows(yield* read('find_line', search), 'matches').filter((match) => part(match, 'line') !== null);
  const meant = invoice ? yield* onInvoice(all, invoice, voice) : newest(all);
  const [only, ...others] = meant.length > 0 ? meant : all;
  if (!only) return voice.say('change.no_line');
  const isOne = others.length === 0 && meant.length > 0;
  if (isOne) return yield* propose('refund', { line: str(part(only, 'line'), 'handle') }, voice);
  return paragraphs(voice.say('change.which_of'), bullets([only, ...others].slice(0, 8).map((match) => matchText(match, voice))));
} // prettier-ignore

/** Matches come newest invoice first: "my bill" is the newest that has the line. */
function newest(matches: Row[]): Row[] {
  const number = str(part(matches[0], 'invoice'), 'number');
  return matches.filter((match) => str(part(match, 'invoice'), 'number') === number);
}

function* askLine(ref: InvoiceRef | undefined, voice: Voice): Lookup<string> {
  const found = yield* readInvoice(ref, voice);
  if ('missing' in found) return found.missing;
  const lines = rows(found.invoice, 'lines').slice(0, 12);
  const said = lines.map((line) =>
    voice.say('line.on', { what: plain(str(line, 'description')), invoice: voice.link(found.invoice), amount: str(line, 'amount') }),
  );
  return paragraphs(voice.say('change.which_line', { invoice: voice.link(found.invoice) }), bullets(said));
} // prettier-ignore

/** They want money back, and do not say for what: asks, and names what stands twice. */
function* askWhich(voice: Voice): Lookup<string> {
  const twice = yield* surplus();
  if (twice.length === 0) return voice.say('change.which_refund');
  const known = paragraphs(voice.say('change.which_refund_twice'), bullets(duplicateLines(twice, voice)));
  return paragraphs(voice.say('change.which_refund'), known);
}

function matchText(match: Row, voice: Voice): string {
  const line = part(match, 'line');
  const invoice = part(match, 'invoice');
  return voice.say('line.on', {
    what: plain(str(line, 'description')),
    invoice: voice.link(invoice ?? ''),
    amount: str(line, 'amount'),
  });
}

function part(match: Row | undefined, key: 'line' | 'invoice'): Row | null {
  const value = match?.[key];
  return isRow(value) ? value : null;
}
