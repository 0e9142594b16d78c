import 'server-only';
import type { Currency, Money } from '#lib/contract/money.ts';

/** An amount of the database as it leaves the ledger. Throws a RangeError beyond what a DTO can hold exactly. */
export function toMoney(minor: bigint | number, currency: Currency): Money {
  const amountMinor = Number(minor);
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError('An amount is too large.');
  return { amountMinor, currency };
}

export function sumMoney(amounts: readonly Money[], currency: Currency): Money {
  return toMoney(
    amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency,
  );
}
