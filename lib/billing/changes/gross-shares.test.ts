import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grossShares } from './gross-shares.ts';

const charge = fc.record({
  kind: fc.constantFrom(
    'plan' as const,
    'seat' as const,
    'addon' as const,
    'usage' as const,
    'proration' as const,
  ),
  amountMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
});
const named = <T extends object>(lines: readonly T[]) =>
  lines.map((line, index) => ({ ...line, id: String(index) }));

describe('the share of a line', () => {
  it('is whole, never negative, and all shares sum to the total exactly', () => {
    fc.assert(
      fc.property(
        fc.array(charge, { minLength: 1, maxLength: 20 }),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        (lines, total) => {
          const shares = [...grossShares(named(lines), total).values()];
          expect(shares.reduce((all, share) => all + share, 0n)).toBe(total);
          expect(shares.every((share) => share >= 0n)).toBe(true);
        },
      ),
    );
  });

  it('bears the discount only where promotions lower, and the tax everywhere', () => {
    const lines = named([
      { kind: 'plan' as const, amountMinor: 7_900n },
      { kind: 'addon' as const, amountMinor: 1_900n },
      { kind: 'discount' as const, amountMinor: -1_580n },
    ]);
    const shares = grossShares(lines, ((7_900n - 1_580n + 1_900n) * 123n) / 100n);
    expect(shares.get('1')).toBe(2_337n);
    expect([...shares.keys()]).toEqual(['0', '1']);
  });

  it('is nothing where the charges come to nothing', () => {
    const free = named([
      { kind: 'plan' as const, amountMinor: 100n },
      { kind: 'discount' as const, amountMinor: -100n },
    ]);
    expect([...grossShares(free, 0n).values()]).toEqual([0n]);
    expect(grossShares([], 5n).size).toBe(0);
  });
});
