import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRAND } from '#lib/contract/brand.ts';
import { caseNumber } from '#lib/contract/cases.ts';
import { formatMoney } from '#lib/contract/money.ts';
import { drawFrom } from '#scripts/pii/draw.ts';
import { makeCard, makeIban, makeSsn } from '#scripts/pii/make-numbers.ts';
import { makeOrder } from '#scripts/pii/make-orders.ts';
import { makePhone } from '#scripts/pii/make-phones.ts';
import { checkWhole } from '../check-whole.ts';
import { CONTEXT } from '../corpus.test-data.ts';
import { createOutputGuard } from '../create-output-guard.ts';

function shown(text: string, context = CONTEXT): string {
  const guard = createOutputGuard(context);
  return guard.push(text).text + guard.end().text;
}
const LOCALES = [
  'en-IE',
  'en-US',
  'de-DE',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'es-ES',
  'pl-PL',
  'sv-SE',
  'pt-BR',
  'ja-JP',
];
const CARD = '[card number removed]';
const ACCOUNT = '[account number removed]';
const IDENTITY = '[identity number removed]';
const PHONE = '[phone number removed]';

describe('numbers of people', () => {
  it.each([
    ['Card 4242 4242 4242 4242, ok', `Card ${CARD}, ok`],
    ['Card 4242-4242-4242-4242.', `Card ${CARD}.`],
    ['Card 4242.4242.4242.4242 it is', `Card ${CARD} it is`],
    ['4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 it is', `${CARD} it is`],
    ['amex 3782 822463 10005', `amex ${CARD}`],
    ['Use **4242** 4242 `4242` 4242!', `Use **${CARD}!`],
    ['| 4242 | 4242 | 4242 | 4242 |', `| ${CARD} |`],
    ['４２４２ ４２４２ ４２４２ ４２４２ or ٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢', `${CARD} or ${CARD}`],
    ['&#52;242 4242 4242 4242', CARD],
    ['[4242 4242](/plan) 4242 4242', CARD],
    ['[pay 4242 4242 4242 4242](/plan) x', `${CARD} x`],
    ['IBAN DE89 3704 0044 0532 0130 00, gb29nwbk60161331926819.', `IBAN ${ACCOUNT}, ${ACCOUNT}.`],
    ['GB29 NWBK 6016 1331 9268 19 there', `${ACCOUNT} there`],
    ['DE89 3704 0044\n0532 0130 00', ACCOUNT],
    ['DE 89 3704 0044 0532 0130 00', `DE ${ACCOUNT}`],
    ['SSN 536-90-4399; 536904399 is my SSN', `SSN ${IDENTITY}; ${IDENTITY} is my SSN`],
    ['DNI 12345678 Z.', `DNI ${IDENTITY}.`],
    ['+49 (0)30 901820 or (212) 555-0199, now', `${PHONE} or ${PHONE}, now`],
    ['_+49 30 901820_, 030/901820-12', `_${PHONE}_, ${PHONE}`],
    ['_4242_ _4242_ _4242_ _4242_', `_${CARD}_`],
    ['+1-212-555-0199 ext. 55 soon', `${PHONE} soon`],
    ['电话：138 1234 5678。谢谢', `电话：${PHONE}。谢谢`],
    ['+49 30 901820, 030/901820-12 jo@acme.test', `${PHONE}, ${PHONE} [e-mail removed]`],
    ['12345678 4242 4242 4242 4242 +49 30 901820', `12345678 ${CARD} ${PHONE}`],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(checkWhole(CONTEXT, text).text).toBe(expected);
    for (let cut = 1; cut < text.length; cut += 1) {
      const guard = createOutputGuard(CONTEXT);
      const parts = [guard.push(text.slice(0, cut)), guard.push(text.slice(cut)), guard.end()];
      expect(parts.map((part) => part.text).join('')).toBe(expected);
    }
  });

  it.each([
    ['card numbers', (draw: ReturnType<typeof drawFrom>) => makeCard(draw, true), CARD],
    ['account numbers', (draw: ReturnType<typeof drawFrom>) => makeIban(draw, true), ACCOUNT],
    ['social security numbers', (draw: ReturnType<typeof drawFrom>) => makeSsn(draw, true), IDENTITY],
    ['telephone numbers', (draw: ReturnType<typeof drawFrom>) => `phone ${makePhone(draw)}`, PHONE],
  ])('are removed, %s as they are usually written', (_, make, placeholder) => {
    const draw = drawFrom(7);
    const missed = Array.from({ length: 400 }, () => make(draw)).filter(
      (number) => !shown(`it is ${number}, thanks`).includes(placeholder),
    );
    expect(missed.length).toBeLessThanOrEqual(placeholder === PHONE ? 8 : 4);
  });

  it('are shown where they are the viewer’s own or published, however they are spaced', () => {
    for (const text of [
      `Call ${BRAND.supportPhone} (9-17), or 00353-1-555-0143, (01) 555 0143.`,
      'Yours is +353 (0)87 555 0177.',
    ])
      expect(shown(text)).toBe(text);
    expect(shown('+353 1 555 0143 / +353 1 555 0144')).toBe(`+353 1 555 0143 / ${PHONE}`);
    const numbers = ['DE89370400440532013000', '536-90-4399'];
    const own = 'From DE89 3704 0044 0532 0130 00 of 536 90 4399.';
    expect(shown(own, { ...CONTEXT, numbers })).toBe(own);
  });

  it('leave nothing behind that a check of the whole would still remove', () => {
    for (const text of [
      '1. 4242 4242 4242 4242(//e.test)',
      '4242424242424242[x]: /y',
      '!4242424242424242:z',
    ]) {
      const result = shown(text);
      expect(checkWhole(CONTEXT, result)).toMatchObject({ isClean: true, text: result });
      expect(result).toMatch(/\[card number removed\](?![([:])/);
    }
  });

  it('that never end go as far as they go on', () => {
    expect(shown(`${'1 '.repeat(3_000)}and so on`)).toBe('[number removed] and so on');
    expect(shown(`${'12.'.repeat(200)} then`)).toBe('[number removed] then');
  });
});

describe('figures of the ledger', () => {
  it.each([
    '1. 2026-117\n2. 2026-118\n3. 2026-119\n4. 2026-120\n5. 2026-121',
    'Invoices 2026-117, 2026-118, 2026-119 and 2026-120 are open.',
    '| 2026-117 | 2026-11-01 | €1,234.50 |\n| 2026-118 | 2026-12-01 | €1,334.50 |\n',
    'Paid with the card •••• 4242, **** **** **** 4242, ending in 4242.',
    `VAT ${BRAND.vatNumber}, DE 136 695 976, case C-1042, 01.11.2026 – 30.11.2026, 14:30:05`,
    '512 345 678 API calls, 612\u202f345\u202f678 appels, 9,388,120 tokens, 512 345 678 GB',
    '- 10,412\n- 9,388\n- 11,230\n- 10,998\n',
  ])('stay: %s', (text) => expect(shown(text)).toBe(text));

  it('stay in every locale, as amounts, counts and days', () => {
    for (const locale of LOCALES)
      for (const amountMinor of [5, 123_45, 1_234_567, 51_234_567_890, 90_123_456_789]) {
        const money = formatMoney({ amountMinor, currency: 'EUR' }, locale);
        const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(amountMinor * 1_000);
        const count = new Intl.NumberFormat(locale).format(amountMinor);
        const text = `From ${money} to **${money}** on ${day}, ${count} tokens.`;
        expect(shown(text)).toBe(text);
      }
  });

  it('stay as numbers of cases', () => {
    const id = fc.string({ unit: fc.constantFrom(...'0123456789a'), minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(id, (caseId) => {
        const text = `Your case ${caseNumber(caseId)} is open, ${caseNumber(caseId)}.`;
        expect(shown(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('and orders are taken for a person’s in at most one of two hundred', () => {
    const draw = drawFrom(11);
    const orders = Array.from({ length: 4_000 }, () => makeOrder(draw));
    const changed = orders.filter((order) => /removed\]/.test(shown(order)));
    expect(changed.length).toBeLessThanOrEqual(orders.length * 0.005);
  });
});

describe('hold-back of numbers', () => {
  const at = (text: string): string => createOutputGuard(CONTEXT).push(text).text;

  it('lets ordinary words go at once, and a figure with the word after it', () => {
    expect(at('Your latest invoice is ')).toBe('Your latest invoice is ');
    expect(at('You owe €90.00 for ')).toBe('You owe €90.00 for ');
    expect(at('Invoice 2026-117 for ')).toBe('Invoice 2026-117 for ');
  });

  it('holds what may still become a number, in one word or several', () => {
    for (const number of [
      '4242 ',
      '4242 4242 4242 ',
      'DE89 3704 ',
      'GB29 NWBK ',
      '+49 30 ',
      '536904399 is my ',
    ])
      expect(at(`It is ${number}`)).toBe('It is ');
  });
});
