import type { QueueItem } from '#lib/contract/approvals.ts';
import { CURRENCY_EXPONENT } from '#lib/contract/money.ts';

/** Sizes of a change by its amount, in whole units of its currency: `from` is included, `below` is not. */
export const AMOUNT_BANDS = {
  small: { label: 'Below 100', from: 0, below: 100 },
  middle: { label: '100 to 300', from: 100, below: 300 },
  large: { label: '300 and more', from: 300, below: Number.POSITIVE_INFINITY },
} as const;
export type AmountBand = keyof typeof AMOUNT_BANDS;

export function isAmountBand(value: string): value is AmountBand {
  return Object.hasOwn(AMOUNT_BANDS, value);
}

/** Rows of one amount band and of customers whose name contains these letters. Changes without an amount are in no band. */
export function filterQueue(
  items: readonly QueueItem[],
  { band, customer }: { band: AmountBand | null; customer: string },
): QueueItem[] {
  const sought = customer.trim().toLocaleLowerCase();
  return items.filter((item) => isInBand(item, band) && item.customer.toLocaleLowerCase().includes(sought));
}

function isInBand({ amount }: QueueItem, band: AmountBand | null): boolean {
  if (band === null) return true;
  if (amount === null) return false;
  const { from, below } = AMOUNT_BANDS[band];
  const whole = amount.amountMinor / 10 ** CURRENCY_EXPONENT[amount.currency];
  return whole >= from && whole < below;
}
