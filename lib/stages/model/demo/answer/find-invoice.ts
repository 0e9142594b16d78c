import 'server-only';
import type { InvoiceRef, Row } from '../types.ts';
import { type Lookup, num, read, rows, str } from './read-result.ts';
import { sentences, type Voice } from './voice.ts';

/** The invoice meant: a summary row, or what to say because there is none. */
export type Found = { invoice: Row } | { missing: string };

/** Finds the invoice a reference means among the customer's own. */
export function* findInvoice(ref: InvoiceRef | undefined, voice: Voice): Lookup<Found> {
  const list = yield* read('list_invoices', { limit: 24 });
  return pick(rows(list, 'invoices'), ref ?? { kind: 'latest', back: 0 }, voice);
}

/** The invoice meant, with its lines. The latest one needs no list. */
export function* readInvoice(ref: InvoiceRef | undefined, voice: Voice): Lookup<Found> {
  if (!ref || (ref.kind === 'latest' && ref.back === 0)) {
    const latest = yield* read('get_invoice');
    return latest ? { invoice: latest } : { missing: voice.say('invoice.none') };
  }
  const found = yield* findInvoice(ref, voice);
  if ('missing' in found) return found;
  const full = yield* read('get_invoice', { invoice: str(found.invoice, 'handle') });
  return full ? { invoice: full } : { missing: voice.say('invoice.none') };
}

function pick(all: Row[], ref: InvoiceRef, voice: Voice): Found {
  const at = locate(all, ref);
  if (at === null) return { missing: sentences(absent(ref, voice), newest(all, voice)) };
  const chosen = step(all, at, ref.back);
  return chosen
    ? { invoice: chosen }
    : { missing: sentences(voice.say('invoice.none_before'), newest(all, voice)) };
}

/** Steps over void invoices: nobody means those by "the one before". */
function step(all: Row[], from: number, back: number): Row | undefined {
  let at = from;
  for (let left = Math.abs(back); left > 0; left -= 1) {
    do at += Math.sign(back);
    while (all[at] && str(all[at], 'status') === 'void');
  }
  return all[at];
}

function locate(all: Row[], ref: InvoiceRef): number | null {
  const index = (test: (row: Row) => boolean) => {
    const counted = all.findIndex((row) => str(row, 'status') !== 'void' && test(row));
    const at = counted >= 0 ? counted : all.findIndex(test);
    return at < 0 ? null : at;
  };
  switch (ref.kind) {
    case 'latest':
      return index((row) => str(row, 'status') !== 'void');
    case 'first':
      return all.length === 0 ? null : all.findLastIndex((row) => str(row, 'status') !== 'void');
    case 'number':
      return (
        index((row) => str(row, 'number') === ref.number) ??
        index((row) => endsWith(str(row, 'number'), ref.number))
      );
    case 'due':
      return dueIndex(all);
    case 'month':
      return (
        index((row) => str(row, 'issuedOn').startsWith(ref.month)) ??
        index((row) => str(row, 'periodStart').startsWith(ref.month))
      );
  }
}

/** The unpaid invoice that falls due first; else the latest. */
function dueIndex(all: Row[]): number | null {
  const due = all
    .map((row, at) => ({ at, days: num(row, 'daysUntilDue') }))
    .filter((one) => one.days !== null)
    .toSorted((a, b) => (a.days ?? 0) - (b.days ?? 0));
  return due[0]?.at ?? (all.length > 0 ? 0 : null);
}

function endsWith(number: string, tail: string): boolean {
  return !tail.includes('-') && Number(number.split('-')[1]) === Number(tail);
}

function absent(ref: InvoiceRef, voice: Voice): string {
  if (ref.kind === 'month') return voice.say('invoice.none_month', { month: voice.month(ref.month) });
  if (ref.kind === 'number') return voice.say('invoice.none_number', { number: ref.number });
  return voice.say('invoice.none');
}

function newest(all: Row[], voice: Voice): string {
  const links = all.slice(0, 3).map((row) => voice.link(row));
  return links.length > 0 ? voice.say('invoice.have', { list: links.join(', ') }) : '';
}
