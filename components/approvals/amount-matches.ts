import type { ApprovalCard } from '#lib/contract/approvals.ts';
import { toMinorUnits } from '#lib/contract/read-amount.ts';

/** What was typed without its currency, the way amounts are sent: `€ 1.240,00` → `1.240,00`. */
export function plainAmount(typed: string, currency: string): string {
  return typed
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\p{Sc}\s]/gu, '')
    .replace(new RegExp(`^${currency}|${currency}$`, 'i'), '');
}

/** True where the person typed the amount of this card, in any of the ways people write it. */
export function amountMatches(typed: string, card: Pick<ApprovalCard, 'amount' | 'typeAmount'>): boolean {
  if (card.typeAmount === null) return true;
  const currency = card.amount?.currency ?? 'EUR';
  const wanted = card.amount?.amountMinor ?? toMinorUnits(plainAmount(card.typeAmount, currency), currency);
  return wanted !== null && toMinorUnits(plainAmount(typed, currency), currency) === wanted;
}
