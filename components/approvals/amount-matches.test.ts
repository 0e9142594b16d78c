import { describe, expect, it } from 'vitest';
import { amountMatches, plainAmount } from './amount-matches.ts';

const card = { amount: { amountMinor: 124_000, currency: 'EUR' }, typeAmount: '1,240.00 EUR' } as const;

describe('typing the amount', () => {
  it.each([
    '1240',
    '1240.00',
    '1,240.00',
    '1.240,00',
    '1 240,00 €',
    '€1,240.00',
    '1240 EUR',
    'eur 1240',
    '1’240.00',
  ])('%s is it', (typed) => expect(amountMatches(typed, card)).toBe(true));

  it.each(['', '124', '1240.01', '12400', '-1240', '1240 USD', '1e3', 'yes', '1240.00 1'])(
    '%s is not',
    (typed) => expect(amountMatches(typed, card)).toBe(false),
  );

  it('nothing need be typed where the card asks for nothing', () => {
    expect(amountMatches('', { ...card, typeAmount: null })).toBe(true);
  });

  it('yen have no cents', () => {
    const yen = { amount: { amountMinor: 12_000, currency: 'JPY' }, typeAmount: '¥12,000' } as const;
    expect(amountMatches('12,000', yen)).toBe(true);
    expect(amountMatches('120', yen)).toBe(false);
  });

  it('what is sent has no currency in it', () => expect(plainAmount(' € 1.240,00 ', 'EUR')).toBe('1.240,00'));
});
