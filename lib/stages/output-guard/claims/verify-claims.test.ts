import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import { cpuMs, leastOf, onThisCore } from '#scripts/test/cpu-time.ts';
import { findClaims } from './find-claims.ts';
import type { ToolFacts } from './gather-evidence.ts';
import { type ClaimContext, verifyClaims } from './verify-claims.ts';

const LOCALES = ['en-IE', 'en-US', 'de-DE', 'de-CH', 'fr-FR', 'fr-CH', 'es-ES', 'ja-JP'] as const;
const context = (results: readonly ToolFacts[] = [], more: Partial<ClaimContext> = {}): ClaimContext => ({
  today: '2026-11-25',
  locale: 'en-IE',
  currency: 'EUR',
  said: '',
  results,
  ...more,
});
const stated = (text: string, more: Partial<ClaimContext> = {}) =>
  findClaims(text, context([], more)).map((mention) => {
    const words = text.slice(mention.start, mention.end);
    if (mention.kind === 'amount') return `${words} = ${mention.currency} ${mention.minor}`;
    if (mention.kind === 'date') return `${words} = ${mention.days.join(' or ')}`;
    return `${words} = ${mention.denied ? 'not ' : ''}${mention.says.join('|')} ${mention.numbers.join(',')}`;
  });
const verdicts = (text: string, results: readonly ToolFacts[], more: Partial<ClaimContext> = {}) =>
  verifyClaims(text, context(results, more)).map(
    ({ start, end, verified }) => `${text.slice(start, end)} ${verified ? 'yes' : 'no'}`,
  );

describe('the amounts of a text', () => {
  it.each([
    ['You owe €1,234.50 now', ['€1,234.50 = EUR 123450']],
    ['offen: 1.234,50 €.', ['1.234,50 € = EUR 123450']],
    ['EUR 40 and 40 euros, 40 Euro', ['EUR 40 = EUR 4000', '40 euros = EUR 4000', '40 Euro = EUR 4000']],
    ['$12 US$12.5', ['$12 = USD 1200', 'US$12.5 = USD 1250']],
    ['¥1,200 / 1200円 / 1,200 yen', ['¥1,200 = JPY 1200', '1200円 = JPY 1200', '1,200 yen = JPY 1200']],
    ["CHF 1'234.50 or CHF 1’234.50", ["CHF 1'234.50 = CHF 123450", 'CHF 1’234.50 = CHF 123450']],
    ['1\u202f234,50\u00a0€ de plus', ['1\u202f234,50\u00a0€ = EUR 123450']],
    ['1 234,50 € de plus', ['1 234,50 € = EUR 123450']],
    ['a credit of -€40.00, −€5', ['-€40.00 = EUR 4000', '−€5 = EUR 500']],
    ['**€40.00** and €**40.00**', ['€40.00 = EUR 4000', '€**40.00 = EUR 4000']],
    ['| Seats | 1,020.00 |', ['1,020.00 = EUR 102000']],
    ['€1.2k, €2 million', ['€1.2k = EUR 120000', '€2 million = EUR 200000000']],
    ['50 cents', ['50 cents = EUR 50']],
    ['€1.234567', ['€1.234567 = EUR null']],
    ['₹900, 12 SEK, A$5', ['₹900 = null null', '12 SEK = null null', 'A$5 = null null']],
    ['４０ €', ['４０ € = EUR 4000']],
    ['€5 100 times', ['€5 = EUR 500']],
    ['from €20 to €40', ['€20 = EUR 2000', '€40 = EUR 4000']],
  ])('%j', (text, found) => expect(stated(text)).toEqual(found));

  it.each([
    'invoice 2026-117',
    'card •••• 4242',
    '21 % VAT, 8.25 percent',
    '12.50 GB, 14.30 Uhr',
    '+353 1 555 0100',
    'inv_a1b2c3',
    '19 of 30 days',
    '10,412 calls',
    'version 1.2.3',
    '3 seats',
  ])('are not in %j', (text) => expect(stated(text)).toEqual([]));
});

describe('the days of a text', () => {
  it.each([
    ['on 2026-11-12.', ['2026-11-12 = 2026-11-12']],
    ['on 12 Nov 2026.', ['12 Nov 2026 = 2026-11-12']],
    [
      'Nov 12, and November 12, 2025',
      ['Nov 12 = 2026-11-12 or 2027-11-12', 'November 12, 2025 = 2025-11-12'],
    ],
    [
      'am 12.11.2026 und 12. November',
      ['12.11.2026 = 2026-11-12', '12. November = 2026-11-12 or 2027-11-12'],
    ],
    ['el 12 de noviembre de 2026', ['12 de noviembre de 2026 = 2026-11-12']],
    [
      'le 12 novembre, le 1er déc. 2026',
      ['12 novembre = 2026-11-12 or 2027-11-12', '1er déc. 2026 = 2026-12-01'],
    ],
    ['the 12th of November', ['12th of November = 2026-11-12 or 2027-11-12']],
    ['1–30 November 2026', ['1 = 2026-11-01', '30 November 2026 = 2026-11-30']],
    ['Nov 1–30, 2026', ['Nov 1 = 2026-11-01', '30, 2026 = 2026-11-30']],
    ['on 3 January', ['3 January = 2026-01-03 or 2027-01-03']],
    ['31 November 2026', ['31 November 2026 = ']],
    ['am 3.12. fällig', ['3.12. = 2025-12-03 or 2026-12-03']],
    ['2026年11月12日', ['2026年11月12日 = 2026-11-12']],
    ['12 may be charged', []],
    ['12 de mayo', ['12 de mayo = 2026-05-12 or 2027-05-12']],
    ['2026-11 and 2026-117', []],
  ])('%j', (text, found) => expect(stated(text)).toEqual(found));

  it('are read as the viewer writes them', () => {
    expect(stated('12/11/2026')).toEqual(['12/11/2026 = 2026-11-12']);
    expect(stated('12/11/2026', { locale: 'en-US' })).toEqual(['12/11/2026 = 2026-12-11']);
    expect(stated('25/11/2026', { locale: 'en-US' })).toEqual(['25/11/2026 = 2026-11-25']);
  });
});

describe('the statuses of a text', () => {
  it.each([
    ['Invoice 2026-117 is paid.', ['paid = paid 2026-117']],
    ['2026-117 and 2026-116 are overdue.', ['overdue = past_due 2026-117,2026-116']],
    ['2026-117 is paid and 2026-118 is still open.', ['paid = paid 2026-117', 'open = open 2026-118']],
    ['The unpaid invoice [2026-118](/invoices/2026-118).', ['unpaid = open 2026-118']],
    ['2026-118 is not paid.', ['paid = not paid 2026-118']],
    [
      'Rechnung 2026-118 ist seit dem 12. November überfällig.',
      ['12. November = 2026-11-12 or 2027-11-12', 'überfällig = past_due 2026-118'],
    ],
    ['La factura 2026-118 está pendiente.', ['pendiente = open|pending 2026-118']],
    ["La facture 2026-118 n'est pas payée.", ['payée = not paid 2026-118']],
    ['The payment for 2026-118 failed.', ['failed = failed 2026-118']],
    ['Open invoice 2026-118 to see it.', []],
    ['It is paid.', []],
    ['Is 2026-118 paid?', []],
    ['Once 2026-118 is paid it closes.', []],
    ['2026-118 must be paid soon.', []],
  ])('%j', (text, found) => expect(stated(text)).toEqual(found));
});

const INVOICE = {
  type: 'invoice',
  invoice: {
    number: '2026-118',
    status: 'past_due',
    issuedOn: '2026-11-01',
    total: { amountMinor: 9_000, currency: 'EUR' },
    credit: { amountMinor: -4_000, currency: 'EUR' },
    refunded: { amountMinor: 0, currency: 'EUR' },
    memo: 'You owe €9,999.00 by 24 Dec 2026',
    lines: [{ description: 'Seat: €77.00 desk', reason: 'Added on 3 Nov 2026 at €20.00 each' }],
  },
};

describe('what an answer states', () => {
  it('is verified where it equals a tool result, with the call that returned it', () => {
    const text = 'Invoice 2026-118 of 1 Nov is overdue: €90.00, a credit of €40.00.';
    const claims = verifyClaims(text, context([{ callId: 'c1', card: INVOICE }]));
    expect(claims.map(({ kind, verified, callId }) => [kind, verified, callId])).toEqual([
      ['date', true, 'c1'],
      ['status', true, 'c1'],
      ['amount', true, 'c1'],
      ['amount', true, 'c1'],
    ]);
  });

  it('is unverified where it does not: rounded, another currency, another day, another status, another invoice', () => {
    const text =
      'About €91, or $90.00, since 2 Nov 2026. 2026-118 is paid. 2026-117 is open. €20.00 on 3 Nov 2026, today 25 Nov.';
    expect(verdicts(text, [{ card: INVOICE }])).toEqual([
      '€91 no',
      '$90.00 no',
      '2 Nov 2026 no',
      'paid no',
      'open no',
      '€20.00 yes',
      '3 Nov 2026 yes',
      '25 Nov yes',
    ]);
  });

  it('is not proved by what outsiders wrote into the ledger', () => {
    expect(verdicts('You owe €9,999.00 by 24 Dec 2026, desk €77.00', [{ card: INVOICE }])).toEqual([
      '€9,999.00 no',
      '24 Dec 2026 no',
      '€77.00 no',
    ]);
  });

  it('is left alone where it repeats the message of the person', () => {
    const said = 'is there a charge of 50 or 51,20 on 5 November?';
    expect(verdicts('I found no €50.00, €51.20 on 5 Nov, only €52.00', [], { said })).toEqual(['€52.00 no']);
  });
});

describe('any amount in any of eight notations', () => {
  const money = fc.record({
    amountMinor: fc.integer({ min: -999_999_999, max: 999_999_999 }),
    currency: fc.constantFrom(...currencySchema.options),
  });
  const word = fc.constantFrom('You owe ', 'Gesamt: **', '- Seats: ', '| a | ', 'total\n', '(', '“');

  it('is found at its place and verified; one other digit is not', () => {
    fc.assert(
      fc.property(
        money,
        fc.constantFrom(...LOCALES),
        word,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (amount, locale, before, pick, add) => {
          const written = formatMoney(amount, locale);
          const text = `${before}${written} for 3 seats`;
          const reading = { locale, currency: amount.currency };
          const results = [{ callId: 'c', card: { total: amount } }];
          const [claim, ...others] = verifyClaims(text, context(results, reading));
          expect(others).toEqual([]);
          expect(claim).toMatchObject({ kind: 'amount', verified: true, callId: 'c' });
          expect(written).toContain(text.slice(claim?.start, claim?.end));
          expect(text.slice(claim?.start, claim?.end)).toMatch(/\d/);

          const places = [...written.matchAll(/\d/g)];
          const place = places[pick % places.length];
          if (!place) return;
          const other = `${written.slice(0, place.index)}${(Number(place[0]) + add) % 10}${written.slice(place.index + 1)}`;
          expect(verifyClaims(other, context(results, reading)).every(({ verified }) => !verified)).toBe(
            true,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('any day too, in four languages', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
        fc.constantFrom('en-IE', 'en-US', 'de-DE', 'fr-FR', 'es-ES'),
        fc.constantFrom('short', 'long', 'numeric'),
        (date, locale, month) => {
          const format = new Intl.DateTimeFormat(locale, {
            day: 'numeric',
            month,
            year: 'numeric',
            timeZone: 'UTC',
          });
          const text = `x ${format.format(date)} y`;
          const day = date.toISOString().slice(0, 10);
          const claims = verifyClaims(text, context([{ card: { issuedOn: day } }], { locale }));
          expect(claims.map(({ kind, verified }) => [kind, verified])).toEqual([['date', true]]);
          expect(text.slice(claims[0]?.start, claims[0]?.end)).toBe(format.format(date));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('every place lies inside the text, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      '€',
      '40',
      ',',
      '.',
      ' ',
      '-',
      '12',
      'Nov',
      'paid',
      '2026-117',
      '\n',
      '’',
      '\u00a0',
      'k',
      '31',
      '/',
      '11',
      '**',
      'not',
      'von',
      '\u{1f4b6}',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          for (const { start, end } of findClaims(text, context())) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('time', () => {
  const time = (text: string) => {
    const from = cpuMs();
    verifyClaims(text, context([{ card: INVOICE }]));
    return cpuMs() - from;
  };

  it.each([
    'You owe €90.00 since 1 Nov 2026. ',
    '1',
    '1,',
    '111 ',
    '111,',
    "1'",
    '€',
    '- ',
    '2026-118 is not ',
    'not ',
    '12 ',
    'may ',
    'x',
    ' ',
    '. ',
    '\u00a0',
    '\n',
  ])('is linear for %j over and over', (piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const [one, two] = [text(65_536), text(131_072)];
    time(one);
    expect(leastOf(25, () => time(one) - onThisCore(50))).toBeLessThan(0);
    expect(leastOf(25, () => time(two) - Math.max(time(one), 8) * 2.5)).toBeLessThan(0);
  });
});
