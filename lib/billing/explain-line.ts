import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import { toMoney } from './amounts.ts';
import { isMeterCode } from './catalogue.ts';
import { dayOfMonth, daysInMonth, fromDate } from './days.ts';
import type { LineRow } from './invoice-line.ts';
import type { LineFacts } from './line-facts.ts';
import { sayCount, sayDay, sayPeriod } from './wording.ts';

type Context = { locale: string; facts: LineFacts; isDuplicate: boolean };

/** Why a line is there, in one plain English sentence from what the ledger knows; null where it knows nothing. */
export function explainLine(row: LineRow, context: Context): string | null {
  const { locale, facts, isDuplicate } = context;
  const seat = facts.seats.get(row.seatId ?? '');
  if (isDuplicate) {
    const again = explainDuplicate(row, seat?.label ?? row.description, locale);
    return facts.corrected.has(row.id) ? `${again}; this was corrected` : again;
  }
  if (seat) return `Added on ${sayDay(fromDate(seat.addedOn), locale)} by ${seat.addedBy}`;
  if (row.kind === 'usage') return explainUsage(row, locale);
  const promotion = facts.promotions.get(row.promotionId ?? '');
  if (promotion) {
    const period = sayPeriod(fromDate(promotion.startedOn), fromDate(promotion.endsOn), locale);
    return `Promotion ${promotion.name}: ${promotion.percentOff}% off plan and seats from ${period}`;
  }
  const credit = facts.credits.get(row.creditId ?? '');
  if (credit) {
    const day = sayDay(fromDate(credit.grantedOn), locale);
    if (row.correctsLineId !== null) return `${credit.reason}, agreed on ${day}`;
    const granted = formatMoney(toMoney(credit.grantedMinor, currencySchema.parse(row.currency)), locale);
    return `Credit of ${granted} granted on ${day}: ${credit.reason}`;
  }
  const change = facts.changes.get(row.changeId ?? '');
  if (!change) return null;
  return row.kind === 'proration'
    ? explainProration(row, sayChange(change, locale))
    : sayChange(change, locale);
}

/** `Upgraded from Starter to Team on 14 Oct 2026 by the owner` */
export function sayChange(
  change: { description: string; changedOn: Date; changedBy: string },
  locale: string,
): string {
  return `${change.description} on ${sayDay(fromDate(change.changedOn), locale)} by ${change.changedBy}`;
}

function explainDuplicate(row: LineRow, what: string, locale: string): string {
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

function explainProration(row: LineRow, changed: string): string {
  if (!row.periodStart) return changed;
  const from = fromDate(row.periodStart);
  const total = daysInMonth(from);
  return `${changed}: ${total - dayOfMonth(from) + 1} of ${total} days at the new price, less the same days at the old price`;
}
