import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import { toMoney } from './amounts.ts';
import { isMeterCode } from './catalogue.ts';
import { dayOfMonth, daysInMonth, fromDate } from './days.ts';
import type { LineRow } from './invoice-line.ts';
import { sayCount, sayDay, sayPeriod } from './wording.ts';

type Context = { locale: string; isDuplicate: boolean };

/** Why a line is there, in one plain English sentence from what the ledger knows; null where it knows nothing. */
export function explainLine(row: LineRow, { locale, isDuplicate }: Context): string | null {
  if (isDuplicate) return explainDuplicate(row, locale);
  if (row.seat) return `Added on ${sayDay(fromDate(row.seat.addedOn), locale)} by ${row.seat.addedBy}`;
  if (row.kind === 'usage') return explainUsage(row, locale);
  if (row.kind === 'proration') return explainProration(row, locale);
  if (row.promotion) {
    const { name, percentOff, startedOn, endsOn } = row.promotion;
    return `Promotion ${name}: ${percentOff} % off plan and seats from ${sayPeriod(fromDate(startedOn), fromDate(endsOn), locale)}`;
  }
  if (row.credit) {
    const granted = formatMoney(toMoney(row.credit.grantedMinor, currencySchema.parse(row.currency)), locale);
    return `Credit of ${granted} granted on ${sayDay(fromDate(row.credit.grantedOn), locale)}: ${row.credit.reason}`;
  }
  return row.change ? sayChange(row.change, locale) : null;
}

/** `Upgraded from Starter to Team on 14 Oct 2026 by the owner` */
export function sayChange(
  change: { description: string; changedOn: Date; changedBy: string },
  locale: string,
): string {
  return `${change.description} on ${sayDay(fromDate(change.changedOn), locale)} by ${change.changedBy}`;
}

function explainDuplicate(row: LineRow, locale: string): string {
  const what = row.seat?.label ?? row.description;
  const when =
    row.periodStart && row.periodEnd
      ? ` for ${sayPeriod(fromDate(row.periodStart), fromDate(row.periodEnd), locale)}`
      : '';
  return `${what} is charged a second time${when}`;
}

function explainUsage(row: LineRow, locale: string): string | null {
  if (row.meter === null || !isMeterCode(row.meter) || row.included === null) return null;
  const amount =
    row.unitAmountMinor === null
      ? ''
      : `, at ${formatMoney(toMoney(row.unitAmountMinor, currencySchema.parse(row.currency)), locale)} each`;
  const what =
    row.meter === 'storage_gb' ? `GB of ${BRAND.meters[row.meter].toLowerCase()}` : BRAND.meters[row.meter];
  return `${sayCount(row.quantity, locale)} ${what} over the included ${sayCount(row.included, locale)}${amount}`;
}

function explainProration(row: LineRow, locale: string): string | null {
  if (!row.change) return null;
  const changed = sayChange(row.change, locale);
  if (!row.periodStart) return changed;
  const from = fromDate(row.periodStart);
  const total = daysInMonth(from);
  return `${changed}: ${total - dayOfMonth(from) + 1} of ${total} days at the new price, less the same days at the old price`;
}
