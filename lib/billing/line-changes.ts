import 'server-only';
import type { Invoice, InvoiceLine } from '#lib/contract/bill.ts';
import { formatMoney, type Money } from '#lib/contract/money.ts';
import type { Comparison, Plan } from '#lib/contract/subscription.ts';
import { sumMoney } from './amounts.ts';
import { taxOn } from './tax.ts';
import { sayDay } from './wording.ts';

type Change = Comparison['changes'][number];
type Input = { older: Invoice; newer: Invoice; plan: Plan; locale: string };

/** What belongs together on both invoices: the plan, all seats, each add-on, each meter, every one-off by itself. */
function keyOf(line: InvoiceLine): string {
  if (line.duplicateOfLineId !== null) return `again ${line.description}`;
  if (line.kind === 'plan' || line.kind === 'seat') return line.kind;
  if (line.kind === 'usage') return `usage ${line.unit ?? ''}`;
  if (line.kind === 'proration') return `proration ${line.id}`;
  return `${line.kind} ${line.description}`;
}

/** Every group of lines that differs, largest effect first, then tax: together exactly newer total − older total. */
export function lineChanges(input: Input): Change[] {
  const { older, newer } = input;
  const before = Map.groupBy(older.lines, keyOf);
  const after = Map.groupBy(newer.lines, keyOf);
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  const changes = keys
    .map((key) => changeOf(input, before.get(key) ?? [], after.get(key) ?? []))
    .filter(({ difference }) => difference.amountMinor !== 0)
    .toSorted((a, b) => Math.abs(b.difference.amountMinor) - Math.abs(a.difference.amountMinor));
  const tax = taxChange(input);
  return tax.difference.amountMinor === 0 ? changes : [...changes, tax];
}

function changeOf(input: Input, before: InvoiceLine[], after: InvoiceLine[]): Change {
  const { currency } = input.newer.total;
  const [was] = before;
  const [is] = after;
  const beforeSum = was
    ? sumMoney(
        before.map(({ amount }) => amount),
        currency,
      )
    : null;
  const afterSum = is
    ? sumMoney(
        after.map(({ amount }) => amount),
        currency,
      )
    : null;
  return {
    label: labelOf(before, after),
    kind: (is ?? was)?.kind ?? 'plan',
    before: beforeSum,
    after: afterSum,
    difference: minus(afterSum, beforeSum, currency),
    reason: reasonOf(input, before, after),
  };
}

function minus(after: Money | null, before: Money | null, currency: Money['currency']): Money {
  return { amountMinor: (after?.amountMinor ?? 0) - (before?.amountMinor ?? 0), currency };
}

function labelOf(before: InvoiceLine[], after: InvoiceLine[]): string {
  const line = after[0] ?? before[0];
  if (!line) return '';
  if (line.duplicateOfLineId !== null) return `${line.description}, charged twice`;
  if (line.kind === 'seat') return `Additional seats (${before.length} → ${after.length})`;
  if (line.kind === 'plan' && before[0] && after[0] && before[0].description !== after[0].description)
    return `${after[0].description} (before: ${before[0].description})`;
  return line.description;
}

function reasonOf(input: Input, before: InvoiceLine[], after: InvoiceLine[]): string | null {
  const [was] = before;
  const [is] = after;
  const line = is ?? was;
  if (!line) return null;
  if (line.kind === 'seat' && line.duplicateOfLineId === null) return seatReason(input, before, after);
  if (line.kind === 'discount') return discountReason(input, line, is !== undefined);
  if (is && was) return line.kind === 'plan' && is.description === was.description ? null : is.reason;
  if (is) return is.reason;
  return `Only on invoice ${input.older.number}${was?.reason ? `: ${was.reason}` : ''}`;
}

/** `Added 2 seats on 20 Oct 2026 by the owner (Design desk 7, Design desk 8)` */
function seatReason({ plan, locale }: Input, before: InvoiceLine[], after: InvoiceLine[]): string | null {
  const only = (these: InvoiceLine[], those: InvoiceLine[]) =>
    these.filter((line) => !those.some((other) => other.description === line.description));
  const seatsOf = (lines: InvoiceLine[]) =>
    plan.seats.filter((seat) => lines.some((line) => line.description.endsWith(`: ${seat.label}`)));
  const added = Map.groupBy(
    seatsOf(only(after, before)),
    (seat) => `on ${sayDay(seat.addedOn, locale)} by ${seat.addedBy}`,
  );
  const removed = Map.groupBy(seatsOf(only(before, after)), (seat) =>
    seat.removedOn ? `on ${sayDay(seat.removedOn, locale)}` : '',
  );
  const say = (verb: string, when: string, labels: string[]) =>
    `${verb} ${labels.length} ${labels.length === 1 ? 'seat' : 'seats'} ${when} (${labels.join(', ')})`;
  const sentences = [
    ...[...added].map(([when, seats]) =>
      say(
        'Added',
        when,
        seats.map(({ label }) => label),
      ),
    ),
    ...[...removed].map(([when, seats]) =>
      say(
        'Removed',
        when,
        seats.map(({ label }) => label),
      ),
    ),
  ];
  return sentences.length === 0 ? null : sentences.join('; ');
}

function discountReason(
  { plan, older, newer, locale }: Input,
  line: InvoiceLine,
  isOnNewer: boolean,
): string | null {
  const promotion = plan.promotions.find(({ name }) => line.description.startsWith(`${name}:`));
  if (!promotion) return line.reason;
  const { name, startedOn, endsOn, percentOff } = promotion;
  if (!isOnNewer && endsOn < newer.issuedOn) return `Promotion ${name} ended on ${sayDay(endsOn, locale)}`;
  if (isOnNewer && startedOn > older.issuedOn)
    return `Promotion ${name} began on ${sayDay(startedOn, locale)}`;
  return `Promotion ${name}: ${percentOff}% of a different sum of plan and seats`;
}

function taxChange({ older, newer, locale }: Input): Change {
  const [before, after] = [taxedOf(older, locale), taxedOf(newer, locale)];
  return {
    label: `${newer.tax.label} ${newer.tax.ratePercent}%`,
    kind: 'tax',
    before: older.tax.amount,
    after: newer.tax.amount,
    difference: minus(newer.tax.amount, older.tax.amount, newer.total.currency),
    reason: before && after ? `Charged on ${after} instead of ${before}` : 'Charged on another sum',
  };
}

/** What tax was charged on: charges less discounts and corrections. Null where that does not give the tax. */
function taxedOf({ subtotal, discount, lines, tax, total }: Invoice, locale: string): string | null {
  const corrections = lines
    .filter(({ correctsLineId }) => correctsLineId !== undefined)
    .map(({ amount }) => amount);
  const base = sumMoney([subtotal, discount, ...corrections], total.currency);
  const expected = taxOn(base.amountMinor, Math.round(tax.ratePercent * 10_000));
  // Each correction rounds its own part of the tax.
  if (Math.abs(expected - tax.amount.amountMinor) > corrections.length) return null;
  return formatMoney(base, locale);
}
