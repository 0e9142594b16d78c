import { describe, expect, it } from 'vitest';
import { isShown } from './fact-shown.ts';
import type { FactValue } from './values.ts';

const total: FactValue = { kind: 'amount', minor: 123_450, currency: 'EUR' };
const yen: FactValue = { kind: 'amount', minor: 12_345, currency: 'JPY' };
const due: FactValue = { kind: 'day', day: '2026-11-12' };

describe('an expected fact counts as stated in any notation', () => {
  it.each([
    [total, 'It is €1,234.50.'],
    [total, 'Das sind 1.234,50 €.'],
    [total, 'Soit 1 234,50 €.'],
    [total, 'EUR 1234.50'],
    [total, "CHF 1'234.50"],
    [yen, 'It comes to ¥12,345.'],
    [yen, 'It comes to 12.345 JPY.'],
    [due, 'on 2026-11-12'],
    [due, 'on 12 Nov 2026'],
    [due, 'on November 12'],
    [due, 'on Nov 12, 2026'],
    [due, 'on the 12th of November'],
    [due, 'am 12. November 2026'],
    [due, 'el 12 de noviembre de 2026'],
    [due, 'le 12 novembre'],
    [due, '1–12 November 2026'],
    [{ kind: 'quantity', value: 12_600 }, 'You used 12,600 API calls.'],
    [{ kind: 'quantity', value: 7 }, 'There are seven seats.'],
    [{ kind: 'percent', value: 12.345 }, 'That is 12.3 % more.'],
    [{ kind: 'amount', minor: 0, currency: 'EUR' }, 'Nothing is overdue.'],
    [{ kind: 'text', text: 'Visa •••• 4242' }, 'your card ending in 4242'],
    [{ kind: 'text', text: 'The card has expired' }, 'because your card has expired'],
    [{ kind: 'status', status: 'paid' }, 'Yes, it is paid.'],
    [{ kind: 'status', status: 'open' }, 'No, it has not been paid yet.'],
  ] satisfies [FactValue, string][])('%j in "%s"', (value, text) => {
    expect(isShown(value, text)).toBe(true);
  });
});

describe('an expected fact does not count as stated', () => {
  it.each([
    [total, 'It is €1,234.05.'],
    [total, 'It is €234.50.'],
    [total, 'It is €11,234.50.'],
    [due, 'on 13 November 2026'],
    [due, 'on 12 November 2025'],
    [{ kind: 'quantity', value: 7 }, 'There are 17 seats.'],
    [{ kind: 'percent', value: 12.345 }, 'That is 12.4 % more.'],
    [{ kind: 'text', text: 'Team' }, 'You are on Starter.'],
    [{ kind: 'status', status: 'paid' }, 'No, it is not paid.'],
    [{ kind: 'status', status: 'paid' }, 'It is still unpaid.'],
    [{ kind: 'status', status: 'open' }, 'It is paid.'],
  ] satisfies [FactValue, string][])('%j in "%s"', (value, text) => {
    expect(isShown(value, text)).toBe(false);
  });
});
