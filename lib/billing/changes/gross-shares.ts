import 'server-only';
import type { InvoiceLine } from '#lib/contract/bill.ts';
import { DISCOUNTED_KINDS } from './policy.ts';

type Line = { id: string; kind: InvoiceLine['kind']; amountMinor: bigint };

/**
 * What each charge of an invoice came to: its net amount less its part of the discount, with its part of tax and of credit that
 * was used up. Whole, and together exactly `totalMinor` (largest remainder; the earlier line wins a tie). Discounts and credits
 * have no share of their own. A discount lowers what promotions lower; where an invoice has none of that, every charge.
 */
export function grossShares(lines: readonly Line[], totalMinor: bigint): Map<string, bigint> {
  const charges = lines.filter(({ kind }) => kind !== 'discount' && kind !== 'credit');
  const discount = sum(lines.filter(({ kind }) => kind === 'discount'));
  const lowered = charges.filter(({ kind }) => DISCOUNTED_KINDS.includes(kind));
  const base = sum(lowered) > 0n ? lowered : charges;
  const baseSum = sum(base);
  // Weights are net amounts after discount, times `baseSum`: whole numbers.
  const weights = charges.map((line) =>
    baseSum > 0n ? line.amountMinor * (baseSum + (base.includes(line) ? discount : 0n)) : 0n,
  );
  const shares = splitExactly(totalMinor, weights);
  return new Map(charges.map(({ id }, index) => [id, shares[index] ?? 0n]));
}

/** Hamilton's method in exact integers; weights may be negative as long as they sum to something positive. */
function splitExactly(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((one, other) => one + other, 0n);
  if (all <= 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => {
    const fraction = (((total * weight) % all) + all) % all;
    return { floor: (total * weight - fraction) / all, fraction };
  });
  const left = Number(total - parts.reduce((one, { floor }) => one + floor, 0n));
  const raised = new Set(
    parts
      .map(({ fraction }, index) => ({ fraction, index }))
      .toSorted((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ floor }, index) => floor + (raised.has(index) ? 1n : 0n));
}

function sum(lines: readonly Line[]): bigint {
  return lines.reduce((all, { amountMinor }) => all + amountMinor, 0n);
}
