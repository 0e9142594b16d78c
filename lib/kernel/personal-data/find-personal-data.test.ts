import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from './check-digits.ts';
import { findPersonalData } from './find-personal-data.ts';
import { IBAN_PARTS } from './iban-countries.ts';
import { KINDS } from './span.ts';

const found = (text: string): string[] =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''));
const withCheck = (body: string): string =>
  [...'0123456789'].map((last) => body + last).find(passesLuhn) ?? '';
const card = fc
  .oneof(
    fc.tuple(fc.constantFrom('4', '51', '55', '2221', '2720', '6011', '65', '3528', '62'), fc.constant(16)),
    fc.tuple(fc.constantFrom('34', '37'), fc.constant(15)),
    fc.tuple(fc.constantFrom('36', '38', '300'), fc.constant(14)),
  )
  .chain(([start, length]) => digits(length - start.length - 1).map((rest) => start + rest))
  .map(withCheck);
const separator = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  '/',
  '_',
  '\u00a0',
  '\u202f',
  '\u2011',
  '  ',
  ' - ',
  '\n',
  '\t',
);
/** Groups as they are printed, or one, two or four digits each. */
const spaced = (number: string, gap: string, size: number): string =>
  (number.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(gap);

describe('card numbers', () => {
  it('are found with any known start, in any spacing and any digits', () => {
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce);
    fc.assert(
      fc.property(card, separator, fc.constantFrom(1, 2, 4, 19), zero, (number, gap, size, from) => {
        const written = spaced(number, gap, size).replace(/\d/g, (digit) => String.fromCodePoint(from + Number(digit)));
        expect(found(`it is ${written}, thanks`)).toEqual([`card_number: ${written}`]);
      }),
      { numRuns: 500 },
    );
  });

  it('are nothing else when the check digit is wrong', () => {
    fc.assert(
      fc.property(card, separator, fc.constantFrom(4, 19), fc.integer({ min: 1, max: 9 }), (number, gap, size, off) => {
        const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + off) % 10);
        expect(found(`it is ${spaced(wrong, gap, size)}, thanks`).filter((one) => one.startsWith('card'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'My card 5018 0000 0009 expires', 'Visa4222222222222', 'card no: 4222222222222', 'Karte 6759649826438453', '卡号：4242424242424242', '4242 4242 4242 4242 12/27 123',
    'two: 4242 4242 4242 4242 5555 5555 5555 4444', 'on 2026-11-26 4242 4242 4242 4242', '4242,4242,4242,4242', 'refund for order 4242 4242 4242 4242',
  ])('are found in %j', (text) => {
    expect(found(text).some((one) => one.startsWith('card_number'))).toBe(true);
  });

  it.each([
    'order 4242424242424242', 'INV-2026-4242424242424242', 'invoice no. 4242424242424242', '#4242424242424242', 'Bestellung 5555555555554444', 'commit 4242424242424242',
    'from 30-11-2026 30-12-2026', '1,899,424,000 | 1,701,336,000', 'EAN 4006381333931', '4006381333931', '4242 4242 4242', 'tracking 123456789012345678',
  ])('are not read into %j', (text) => {
    expect(found(text)).toEqual([]);
  });
}); // prettier-ignore

describe('account numbers', () => {
  it('are found for every country, and not with other check digits', () => {
    const draw = (part: string) => fc.tuple(...[...part.matchAll(/(\d+)([nac])/g)].map(([, size, kind]) => fc.string({ unit: fc.constantFrom(...(kind === 'n' ? '0123456789' : kind === 'a' ? 'ABCXYZ' : '09AZ')), minLength: Number(size), maxLength: Number(size) })));
    for (const [country, part] of Object.entries(IBAN_PARTS)) {
      fc.assert(
        fc.property(draw(part), fc.constantFrom('', ' ', '-'), (parts, gap) => {
          const body = parts.join('');
          const all = Array.from({ length: 97 }, (_, index) => spaced(`${country}${String(index + 2).padStart(2, '0')}${body}`, gap, 4));
          expect(all.flatMap((one) => found(`to ${one} please`)).filter((one) => one.startsWith('iban'))).toHaveLength(1);
        }),
        { numRuns: 1 },
      );
    }
  });

  it('keep their digits from being taken for a card', () => {
    expect(found('IBAN DE89 3704 0044 0532 0130 00')).toEqual(['iban: DE89 3704 0044 0532 0130 00']);
    expect(found('ibande89370400440532013000')).toEqual(['iban: de89370400440532013000']);
  });
}); // prettier-ignore

describe('identity numbers', () => {
  it.each([
    '123-45-6789', 'ssn 123 45 6789', 'my social security number is 123456789', '912-70-1234', 'Steuer-ID 86095742719', '86 095 742 719', '1 85 05 78 006 084 91', '2 85 05 2A 006 084 82',
    'DNI 12345678Z', 'X1234567L', 'RSSMRA85T10A562S', 'BSN 111222333', '85.07.30-033.28', 'PESEL 44051401359', '131052-308T', '65 170839 J 003', 'AB 12 34 56 C', 'NHS 943 476 5919',
    '756.9217.0769.85', 'CPF 529.982.247-25', 'personnummer 811228-9874', '123456789 is my SSN', '710319/2745', 'PPS 1234567T',
  ])('are found in %j', (text) => {
    expect(found(text).map((one) => one.split(':')[0])).toEqual(['government_id']);
  });

  it.each([
    '000-12-3456', '666-12-3456', '123-00-4567', '123-45-0000', 'order 123-45-6789', 'INV-123-45-6789', '12345678A', 'X1234567A', 'RSSMRA85T10A562A', '756.9217.0769.84',
    '86095742719', '811228-9874', 'part AB123456C', 'Suite 680 36 4022',
  ])('are not read into %j', (text) => {
    expect(found(text)).toEqual([]);
  });
}); // prettier-ignore

describe('addresses and telephones', () => {
  it.each([
    'jane.doe+bills@example.co.uk', 'JÖRG@münchen.example', 'o’brien@example.com', "o'brien@example.com", 'a@b.io', 'jane (at) example (dot) com', 'jane@example。com', 'ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', '用户@例子.公司',
  ])('the address %j is found', (address) => {
    expect(found(`write to ${address}, please`).map((one) => one.split(':')[0])).toEqual(['email']);
  });

  it.each(['lodash@4.17.21', '@jane', 'a @ b', '3 kg @ 4.50', 'user@host', 'x@y.z'])('no address is read into %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '+353 1 555 0143', '+4915112345678', '0049 151 1234567', '011 44 20 7946 0958', '(212) 555-0143', '212-555-0143', '212.555.0143 ext. 22', '555-123-4567x89', '020 7946 0958', '07700 900123',
    '089/1234567', '06 12 34 56 78', '+33 (0)6 12 34 56 78', '612 34 56 78', '06-12345678', '079 123 45 67', '070-123 45 67', '32 12 34 56', '03-1234-5678', '138 1234 5678', '(11) 91234-5678', '011 15-2341-4407', '2345 939871', '03-2000-6215', '8 (495) 123-45-67',
  ])('the telephone number %j is found', (number) => {
    expect(found(number)).toEqual([`phone: ${number}`]);
    expect(found(`(${number})`)).toEqual([`phone: ${number}`]);
  });

  it.each(['call me at 785 8949', 'Phone: 33 93 31', 'Telefon 12345678', '电话：13812345678', 'my number is 5129 4829', '12345678901 mobile', 'tel. 5129 4829 or 5129 4830', '98765 43210 is my number'])('a word tells a telephone number in %j', (text) => {
    expect(found(text).every((one) => one.startsWith('phone'))).toBe(true);
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    'order 212-555-0143', 'call me about order 12345678', 'invoice 0123 456 789', '2026-11-26', '26.11.2026', '612 345 678 EUR', '€ 612 345 678', '10.20.30.40', 'PO-212-555-0143', '12 400,00 €', '1 234 567', '302-1234567-1234567',
    'from 01.11.2026 - 30.11.2026', '9761 9808', 'version 1.22.333.4444', 'call about 4503882177', '02139-4307', '04/2026-05/2026', '+1 234 567', 'USt-IdNr. DE 136 695 976', '72-69-71-68=280',
  ])('no telephone number is read into %j', (text) => {
    expect(found(text)).toEqual([]);
  });
}); // prettier-ignore

describe('what is found', () => {
  const piece = fc.oneof(
    fc.constantFrom('4242 4242 4242 4242', '4242424242424242', 'DE89370400440532013000', '123-45-6789', 'a@example.com', '+353 1 555 0143', 'order ', 'card ', 'password: hunter22x ', '٤٢٤٢', '𝟒𝟐', '-', ' ', '[card number removed]', '=', '://', '@'),
    fc.string({ maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'0123456789 -.'), maxLength: 24 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('lies in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0;
        for (const { kind, start, end } of findPersonalData(sample)) {
          expect(KINDS).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(sample.length);
      }),
      { numRuns: 1_000 },
    );
  });
}); // prettier-ignore
