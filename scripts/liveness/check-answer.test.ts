import { describe, expect, it } from 'vitest';
import { checkAnswer, type Evidence } from './check-answer.ts';
import { addValues, noValues } from './known-values.ts';
import type { Statuses } from './statuses.ts';
import type { StatusWord } from './values.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const });
const invoiceCard = {
  type: 'invoice',
  invoice: {
    number: '2026-118',
    status: 'open',
    issuedOn: '2026-11-12',
    dueOn: '2026-11-26',
    total: eur(123_450),
    tax: { label: 'VAT', ratePercent: 23, amount: eur(23_084) },
    lines: [
      { description: 'Seats', quantity: 7, amount: eur(9_000), reason: 'Upgrade on 12 Nov, 19 of 30 days' },
    ],
  },
};
const statuses: Statuses = new Map([
  ['2026-118', new Set<StatusWord>(['open'])],
  ['2026-117', new Set<StatusWord>(['past_due', 'open', 'failed'])],
  ['2026-116', new Set<StatusWord>(['paid'])],
]);

function evidence(more: Partial<Evidence> = {}): Evidence {
  return {
    today: '2026-11-20',
    currency: 'EUR',
    cards: [invoiceCard],
    typed: [],
    wholeLedger: () => {
      const ledger = noValues('EUR');
      addValues(ledger, [
        invoiceCard,
        { total: eur(110_000), issuedOn: '2026-10-12', differencePercent: 12.23 },
      ]);
      return Promise.resolve(ledger);
    },
    statuses: () => Promise.resolve(statuses),
    ...more,
  };
}

describe('an answer whose every figure stands in its cards has nothing wrong and nothing unverified', () => {
  it.each([
    'Invoice 2026-118 of 12 November 2026 comes to €1,234.50 and is due on 26 Nov.',
    'Your latest invoice is 1.234,50 € including 230,84 € VAT at 23 %, fällig am 26. November 2026.',
    'La factura del 12 de noviembre de 2026 suma 1234,50 € y vence el 26 de noviembre.',
    'La facture du 12 novembre 2026 est de 1 234,50 €, échéance le 26 novembre 2026.',
    'It is due on November 26, 2026, in 6 days. You have 7 seats; 19 of 30 days were charged.',
    'It was issued on 2026-11-12; today is 20 November.',
    'Invoice 2026-118 is open. Nothing on it is overdue.',
    'Invoice 2026-116 is paid, but 2026-117 is overdue because the payment failed.',
  ])('%s', async (text) => {
    expect(await checkAnswer(text, evidence())).toEqual({ wrong: [], unverified: [] });
  });
});

describe('a planted wrong figure is found', () => {
  it.each([
    ['an amount that nothing comes to', 'Your latest invoice comes to €1,234.60.', 'amount "€1,234.60"'],
    ['a wrong amount in another notation', 'Es sind 1.243,50 €.', 'amount "1.243,50 €"'],
    ['a wrong amount without a currency', 'The total is 1,234.05 in all.', 'amount "1,234.05"'],
    ['a day on which nothing happens', 'It is due on 27 November 2026.', 'day "27 November 2026"'],
    ['the right day of a wrong year', 'It was issued on 12 November 2025.', 'day "12 November 2025"'],
    ['a wrong rate', 'The VAT rate is 21 %.', 'percent "21 %"'],
    ['a tax rate that was rounded', 'The sales tax is 8.3 %.', 'percent "8.3 %"'],
    ['a wrong number of seats', 'You have 8 seats.', 'quantity "8 seats"'],
    ['a wrong count of days', 'It is due in 5 days.', 'days "in 5 days"'],
    ['an open invoice called paid', 'Invoice 2026-118 is paid.', 'invoice 2026-118 is called paid'],
    ['a paid invoice called overdue', 'Invoice 2026-116 is overdue.', 'invoice 2026-116 is called past_due'],
    ['an invoice that is not there', 'Invoice 2026-999 is open.', 'invoice 2026-999 is not in the ledger'],
  ])('%s', async (_name, text, found) => {
    expect((await checkAnswer(text, evidence())).wrong).toEqual([found]);
  });
});

describe('a figure that was not looked up', () => {
  it('is unverified where the ledger holds it', async () => {
    const text = 'It was €1,100.00 on 12 October 2026, which is 12.2 % less.';
    expect(await checkAnswer(text, evidence())).toEqual({
      wrong: [],
      unverified: ['amount "€1,100.00"', 'day "12 October 2026"', 'percent "12.2 %"'],
    });
  });

  it('is no claim of ours where the person typed it', async () => {
    const findings = await checkAnswer(
      'There is no line of €41.17.',
      evidence({ typed: ['what is the 41.17 charge?'] }),
    );
    expect(findings).toEqual({ wrong: [], unverified: [] });
  });

  it('is verified where an earlier turn of the conversation showed it', async () => {
    const cards = [invoiceCard, { type: 'invoice', invoice: { total: eur(110_000) } }];
    expect(await checkAnswer('The other one was €1,100.', evidence({ cards }))).toEqual({
      wrong: [],
      unverified: [],
    });
  });
});

it('a figure is not taken from invoice numbers, telephone numbers, masked cards or ordinary words', async () => {
  const text =
    'Invoice 2026-118 was charged to Visa •••• 4242. Call +353 1 555 0143, or 12 may join at once.';
  expect(await checkAnswer(text, evidence())).toEqual({ wrong: [], unverified: [] });
});
