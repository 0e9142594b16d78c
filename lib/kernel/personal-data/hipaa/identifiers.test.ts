import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateLedger } from '#lib/billing/generate-ledger.ts';
import { TENANT_SPECS } from '#lib/billing/tenant-specs.ts';
import { HIDDEN } from '#lib/stages/input-guard/vault/policy.ts';
import { openVault } from '#lib/stages/input-guard/vault/open-vault.ts';
import { findPersonalData } from '../find-personal-data.ts';
import { KINDS, STRICT_KINDS } from '../span.ts';
import { passesVin } from './find-vehicle-ids.ts';
import { HIPAA_IDENTIFIERS } from './identifiers.ts';

const found = (text: string): string[] =>
  findPersonalData(text, HIDDEN.hipaa.inMessages).map(({ start, end }) => text.slice(start, end));

/** By letter of the rule: texts, and what of them is hidden. */
const POSITIVE: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  A: [
    ['Patient: Jane Roe was seen', 'Jane Roe'],
    ['My name is María-José O’Neil.', 'María-José O’Neil'],
    ['Refund Dr. A. B. Smith and Mrs van Dyke', 'A. B. Smith', 'van Dyke'],
    ['my wife Anna de la Cruz uses a seat', 'Anna de la Cruz'],
    ['Last name: Roe, first name: Jane', 'Roe', 'Jane'],
  ],
  B: [
    ['I live at 12 Old Mill Road, Apt 4B now', '12 Old Mill Road, Apt 4B'],
    ['1600 N. Pennsylvania Ave and 5 42nd St', '1600 N. Pennsylvania Ave', '5 42nd St'],
    ['send it to P.O. Box 4411', 'P.O. Box 4411'],
    ['Springfield, IL 62704-1234', 'Springfield, IL 62704-1234'],
    ['my ZIP code is 94107', '94107'],
    ['in Kings County, city: Fresno', 'Kings County', 'Fresno'],
    ['GPS 37.77493, -122.41942', '37.77493, -122.41942'],
  ],
  C: [
    ['born on 1980-02-03', '1980-02-03'],
    ['DOB: 02/03/1980', '02/03/1980'],
    ['date of birth is 3 February 1980', '3 February 1980'],
    ['admitted March 4th, 2026 and discharged on 3/9/2026', 'March 4th, 2026', '3/9/2026'],
    ['he died in May 2024', 'May 2024'],
    ['2 March is my birthday', '2 March'],
    ['aged 93, a 101-year-old', '93', '101'],
  ],
  D: [['call me at (415) 555-2671', '(415) 555-2671']],
  E: [['fax: 415-555-2672', '415-555-2672']],
  F: [['jane.roe@clinic.test', 'jane.roe@clinic.test']],
  G: [['my SSN is 536-90-4399', '536-90-4399']],
  H: [
    ['MRN 00482913', '00482913'],
    ['medical record number: A-48213', 'A-48213'],
    ['chart no. 77120-4', '77120-4'],
    ['patient ID is P0099123', 'P0099123'],
  ],
  I: [
    ['member ID: XYZ123456789', 'XYZ123456789'],
    ['Medicare number 1EG4-TE5-MK73', '1EG4-TE5-MK73'],
    ['insurance policy number 55-120-993', '55-120-993'],
    ['group number: 0098771', '0098771'],
  ],
  J: [
    ['account number 000123456789', '000123456789'],
    ['Acct # 1234 5678 9012', '1234 5678 9012'],
    ['DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
  ],
  K: [
    ["driver's license number D1234567", 'D1234567'],
    ['certificate no. RN-99812', 'RN-99812'],
    ['passport number: C01X00T47', 'C01X00T47'],
  ],
  L: [
    ['it is 1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
    ['VIN: WVWZZZ1JZ3W386752', 'WVWZZZ1JZ3W386752'],
    ['license plate is 7ABC123', '7ABC123'],
  ],
  M: [
    ['serial number SN-4471-22A', 'SN-4471-22A'],
    ['IMEI 49-015420-323751-8', '49-015420-323751-8'],
    ['device ID: a81f00c2', 'a81f00c2'],
    ['the pump at 00:1A:2B:3C:4D:5E', '00:1A:2B:3C:4D:5E'],
  ],
  N: [
    ['see https://portal.clinic.test/p/1?x=2.', 'https://portal.clinic.test/p/1?x=2'],
    ['www.janes-blog.example or clinic.org/jane', 'www.janes-blog.example', 'clinic.org/jane'],
  ],
  O: [
    ['from 203.0.113.42, then', '203.0.113.42'],
    ['2001:db8::8a2e:370:7334 it was', '2001:db8::8a2e:370:7334'],
  ],
  R: [
    ['employee ID 448812', '448812'],
    ['specimen number: S26-00417', 'S26-00417'],
    ['Rx # 7712093', '7712093'],
  ],
};

/** What a bill is asked about stays readable, as does what only looks like an identifier. */
const NEGATIVE = [
  'Why is invoice 2026-117 from 2026-11-01 higher than 2026-116?',
  'Invoice date: 1 October 2026, due on 15 November 2026, period 2026-10-01 to 2026-10-31',
  'Show the payment of March 4th, 2026 and the refund of 3/9/2026',
  'We paid €1,234.50 for 12 seats, 10115 API calls and 62704 MB',
  'The account: why does it say 2026-117? Our account name is Business.',
  'Plan name: Team. Company name: Northwind Traders. Product name is Countersign',
  'Dear Billing Team, may we pay in May? Will it renew in March 2027?',
  'Patient Portal add-on: 3 seats. Is my name on the invoice? The patient is waiting',
  'Version 4.2.1.0 is out, v1.2.3.4 too, at 12:30:45 on page 3:15',
  'The ratio is 3:1; class a::b; 1.5.2026 was the day we upgraded',
  'Order number ABCDEFGH123456789 and the coupon WINTER-2026',
  'In a state such as CA, in Ireland, at the office; the policy says 30 days',
  'Member since 2024, group of 5, chart of usage, serial offender, license fee of 40.00',
  'Which address is on our invoices, and which VAT number? Add-on 12 Drive',
  'born in 1980; aged 45; she is 30 years old; a 25-year-old plan',
  'The device plan for 20 employees, study it please: sample rate 44100',
  'Which invoices are aged 90 days or more? The total turned 120 euros, the debt is aged 95 % at 99 USD',
  'policy: 30-day refunds; subject: 2026-117; treated as of 2026-10-01; licence number of seats 12345',
  'Case C-48A1B2F0 and approval card; node.js or acme.test as our name',
] as const;

describe('the eighteen identifiers of 45 CFR 164.514(b)(2)', () => {
  it('have a row each, in the order of the rule, which says how and what is missed', () => {
    expect(HIPAA_IDENTIFIERS.map(({ letter }) => letter)).toEqual([...'ABCDEFGHIJKLMNOPQR']);
    for (const { name, found: how, missed } of HIPAA_IDENTIFIERS)
      expect([name, how, missed].every((words) => words.length > 3)).toBe(true);
  });

  it('are on the page that explains them, word for word', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/guards.md'), 'utf8').replace(
      / +/g,
      ' ',
    );
    for (const { letter, name, found: how, missed } of HIPAA_IDENTIFIERS)
      expect(page).toContain(`| ${letter}. ${name} | ${how} | ${missed} |`);
  });

  it('are looked for by kinds that are hidden, and every stricter kind belongs to one', () => {
    const kinds = new Set(HIPAA_IDENTIFIERS.flatMap((row) => row.kinds));
    for (const kind of STRICT_KINDS) expect(kinds).toContain(kind);
    for (const kind of kinds) expect(HIDDEN.hipaa.inMessages).toContain(kind);
  });

  it('have examples wherever a pattern finds any', () => {
    const withKinds = HIPAA_IDENTIFIERS.filter(({ kinds }) => kinds.length > 0).map(({ letter }) => letter);
    expect(Object.keys(POSITIVE)).toEqual(withKinds);
    expect(HIPAA_IDENTIFIERS.filter(({ kinds }) => kinds.length === 0).map(({ letter }) => letter)).toEqual([
      'P',
      'Q',
    ]);
  });

  it.each(
    Object.entries(POSITIVE).flatMap(([letter, texts]) =>
      texts.map(([text, ...hidden]) => [letter, text, hidden] as const),
    ),
  )('(%s) %j', (letter, text, hidden) => {
    const kinds = HIPAA_IDENTIFIERS.find((row) => row.letter === letter)?.kinds ?? [];
    const spans = findPersonalData(text, HIDDEN.hipaa.inMessages).filter(({ kind }) => kinds.includes(kind));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expect.arrayContaining(hidden));
  });

  it.each(NEGATIVE)('%j stays readable', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('check digits of vehicles: right ones pass, a changed character fails', () => {
    expect(passesVin('11111111111111111')).toBe(true);
    expect(passesVin('1M8GDM9AXKP042788')).toBe(true);
    expect(passesVin('1M8GDM9AXKP042789')).toBe(false);
  });
});

describe('the stricter table', () => {
  it('is off unless it is asked for: then nothing more is found or hidden', () => {
    for (const [text] of Object.values(POSITIVE).flat()) {
      const kinds = findPersonalData(text).map(({ kind }) => kind);
      expect(kinds.every((kind) => KINDS.some((one) => one === kind))).toBe(true);
    }
    expect(openVault([]).hide('Patient: Jane Roe, MRN 00482913', 'user')).toBe(
      'Patient: Jane Roe, MRN 00482913',
    );
  });

  it('gives the model placeholders, and the person their words again', () => {
    const vault = openVault([], { table: 'hipaa' });
    const text = 'Patient: Jane Roe, born 1980-02-03, MRN 00482913, invoice 2026-117 of 2026-11-01';
    const hidden = vault.hide(text, 'user');
    expect(hidden).toBe(
      'Patient: name-1@vault.invalid, born date-2@vault.invalid, MRN record-3@vault.invalid, invoice 2026-117 of 2026-11-01',
    );
    expect(vault.restore(hidden)).toBe(text);
  });

  it('knows a name and a long number again without the word, but no date and no ZIP code', () => {
    const vault = openVault([], { table: 'hipaa' });
    vault.hide('Patient: Jane Roe, born 1980-02-03, MRN 00482913, ZIP code 94107', 'user');
    expect(vault.hide('jane roe: 00482913. Invoiced 1980-02-03: 94107 calls', 'assistant')).toMatch(
      /^name-\d@vault\.invalid: record-\d@vault\.invalid\. Invoiced 1980-02-03: 94107 calls$/,
    );
  });

  it('never gives a web address back, not even to whoever wrote it', () => {
    const vault = openVault([], { table: 'hipaa' });
    vault.hide('see https://portal.clinic.test/p/1', 'user');
    expect(vault.hiddenBy('link-1@vault.invalid')).toMatchObject({ isOwn: false });
  });

  it('leaves a ledger as it is: figures, days, numbers, the customer’s own address', () => {
    for (const spec of Object.values(TENANT_SPECS)) {
      const { profile, ...rest } = generateLedger({
        tenantId: '0197a000-0000-7000-8000-000000000001',
        spec,
        today: '2026-11-26',
        seed: 7,
      });
      const data: unknown = JSON.parse(
        JSON.stringify({ rest, address: profile.address }, (_, value: unknown) => {
          if (typeof value === 'bigint') return Number(value);
          // A stranger's memo with a web address in it: that one is to be hidden.
          return typeof value === 'string' && value.includes('://') ? 'a memo' : value;
        }),
      );
      const standard = openVault([]).hideData(data);
      expect(openVault([], { table: 'hipaa' }).hideData(data)).toEqual(standard);
    }
  });

  it('leaves the questions of every dialogue about a bill as they are', () => {
    const folder = join(import.meta.dirname, '../../../../scripts/liveness/dialogues');
    const said = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .flatMap((line) =>
          [...line.matchAll(/"say":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) => String(JSON.parse(text))),
        ),
    );
    expect(said.length).toBeGreaterThan(300);
    const strict = said.flatMap((text) =>
      findPersonalData(text, STRICT_KINDS).map(({ start, end }) => `${text.slice(start, end)} in ${text}`),
    );
    expect(strict).toEqual([]);
  });
});
