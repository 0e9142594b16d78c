import 'server-only';
import { isDayOfYear, passesEan, passesLuhn, passesMod1110, remainder, weigh } from './check-digits.ts';

/**
 * Identity numbers made of digits. `isValid` gets the digits alone. `alone` is how the number must be written to count
 * without a word that names it: left out where its check is so weak that other numbers pass.
 */
export type NumberId = {
  name: string;
  source: string;
  length: number;
  isValid: (digits: string) => boolean;
  alone?: RegExp;
};

const at = (digits: string, from: number, count: number): number => Number(digits.slice(from, from + count));
const digit = (digits: string, index: number): number => digits.charCodeAt(index) - 48;
const dayMonth = (digits: string, day: number, month: number): boolean =>
  isDayOfYear(at(digits, day, 2), at(digits, month, 2));

export const NUMBER_IDS: readonly NumberId[] = [
  {
    name: 'US social security number',
    source: 'Social Security Administration, randomization of 2011: no area 000, 666, 900–999, no group 00, no serial 0000',
    length: 9,
    isValid: (id) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(id),
    alone: /^\d{3}([ .-])\d{2}\1\d{4}$/,
  },
  {
    name: 'US taxpayer identification number',
    source: 'IRS Publication 1915: 9, and groups 50–65, 70–88, 90–92, 94–99',
    length: 9,
    isValid: (id) => /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(id),
    alone: /^\d{3}([ -])\d{2}\1\d{4}$/,
  },
  { name: 'GB National Health Service number', source: 'NHS Data Dictionary: modulus 11', length: 10, isValid: isNhs },
  {
    name: 'DE Identifikationsnummer',
    source: 'Bundeszentralamt für Steuern: ISO 7064 MOD 11,10, one digit of the first ten two or three times',
    length: 11,
    isValid: (id) => id[0] !== '0' && passesMod1110(id) && repeatsOneDigit(id.slice(0, 10)),
    alone: /^\d{2} \d{3} \d{3} \d{3}$/,
  },
  {
    name: 'FR numéro de sécurité sociale',
    source: 'INSEE, répertoire national d’identification: 97 less the remainder',
    length: 15,
    isValid: (id) => /^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)/.test(id) && 97 - remainder(id.slice(0, 13), 97) === at(id, 13, 2),
    alone: /^/,
  },
  { name: 'NL burgerservicenummer', source: 'RvIG: elfproef', length: 9, isValid: (id) => weigh(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 },
  { name: 'BE rijksregisternummer', source: 'IBZ: 97 less the remainder, a 2 before those born since 2000', length: 11, isValid: isBelgian, alone: /^(?:\d{11}|\d{2}\.\d{2}\.\d{2}-\d{3}[.-]\d{2}|\d{6}[ -]\d{3}[ -.]\d{2})$/ },
  {
    name: 'PL PESEL',
    source: 'Ministerstwo Cyfryzacji: weights 1 3 7 9',
    length: 11,
    isValid: (id) => isDayOfYear(at(id, 4, 2), at(id, 2, 2) % 20) && weigh(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
  {
    name: 'NO fødselsnummer',
    source: 'Skatteetaten: two check digits, modulus 11; D-numbers add 4 to the day',
    length: 11,
    isValid: (id) => at(id, 0, 2) < 72 && at(id, 2, 2) < 53 && isDayOfYear(at(id, 0, 2) % 40, at(id, 2, 2) % 40) && weigh(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && weigh(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    alone: /^\d{6} ?\d{5}$/,
  },
  { name: 'SE personnummer', source: 'Skatteverket: Luhn; coordination numbers add 60 to the day', length: 10, isValid: isSwedish },
  { name: 'SE personnummer', source: 'the same with the century', length: 12, isValid: (id) => /^(?:19|20)/.test(id) && isSwedish(id.slice(2)) },
  { name: 'DK CPR', source: 'CPR-kontoret: no check digit since 2007', length: 10, isValid: (id) => dayMonth(id, 0, 2) },
  {
    name: 'CZ, SK rodné číslo',
    source: 'Act 133/2000: divisible by 11; women add 50 to the month, overflow 20',
    length: 10,
    isValid: (id) => isDayOfYear(at(id, 4, 2), (at(id, 2, 2) % 50) % 20) && remainder(id, 11) === 0,
    alone: /^\d{6}\/\d{4}$/,
  },
  {
    name: 'RO cod numeric personal',
    source: 'Law 105/1996: weights 279146358279, modulus 11',
    length: 13,
    isValid: isRomanian,
    alone: /^\d{13}$/,
  },
  { name: 'CH AHV number', source: 'ZAS: 756 and EAN-13', length: 13, isValid: (id) => id.startsWith('756') && passesEan(id), alone: /^/ },
  {
    name: 'AT Sozialversicherungsnummer',
    source: 'Dachverband der Sozialversicherungsträger: weights 379 584216, check digit fourth',
    length: 10,
    isValid: (id) => id[0] !== '0' && dayMonth(id, 4, 6) && weigh(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digit(id, 3),
    alone: /^\d{4}[ -]\d{6}$/,
  },
  { name: 'PT NIF', source: 'Autoridade Tributária: modulus 11', length: 9, isValid: (id) => ((11 - (weigh(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digit(id, 8) },
  { name: 'HR OIB', source: 'Porezna uprava: ISO 7064 MOD 11,10', length: 11, isValid: passesMod1110 },
  { name: 'GR AMKA', source: 'IDIKA: day of birth and Luhn', length: 11, isValid: (id) => dayMonth(id, 0, 2) && passesLuhn(id) },
  { name: 'BG EGN', source: 'GRAO: weights 2 4 8 5 10 9 7 3 6', length: 10, isValid: (id) => isDayOfYear(at(id, 4, 2), at(id, 2, 2) % 20) && (weigh(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digit(id, 9) },
  { name: 'TR kimlik numarası', source: 'NVİ: two check digits', length: 11, isValid: isTurkish },
  { name: 'EE, LT personal code', source: 'EVS 585: weights 1–9 1, then 3–9 1–3, modulus 11', length: 11, isValid: isBaltic },
  { name: 'BR CPF', source: 'Receita Federal: two check digits, modulus 11', length: 11, isValid: isBrazilian, alone: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/ },
  { name: 'CA social insurance number', source: 'Service Canada: Luhn', length: 9, isValid: passesLuhn },
]; // prettier-ignore

function repeatsOneDigit(digits: string): boolean {
  const counts = [...new Set(digits)].map((one) => digits.split(one).length - 1).filter((count) => count > 1);
  return counts.length === 1 && (counts[0] ?? 0) <= 3;
}

function isNhs(id: string): boolean {
  return (11 - (weigh(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digit(id, 9);
}

function isBelgian(id: string): boolean {
  if (!dayMonth(id, 4, 2)) return false;
  return [id.slice(0, 9), `2${id.slice(0, 9)}`].some((number) => 97 - remainder(number, 97) === at(id, 9, 2));
}

function isSwedish(id: string): boolean {
  return isDayOfYear(at(id, 4, 2) % 60, at(id, 2, 2)) && passesLuhn(id);
}

function isRomanian(id: string): boolean {
  const rest = weigh(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  const county = at(id, 7, 2);
  const isPlace = county >= 1 && (county <= 52 || county === 70);
  return id[0] !== '0' && dayMonth(id, 5, 3) && isPlace && (rest === 10 ? 1 : rest) === digit(id, 12);
}

function isTurkish(id: string): boolean {
  const [odd, even] = [weigh(id, [1, 0, 1, 0, 1, 0, 1, 0, 1]), weigh(id, [0, 1, 0, 1, 0, 1, 0, 1])];
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return id[0] !== '0' && tenth === digit(id, 9) && (odd + even + tenth) % 10 === digit(id, 10);
}

function isBaltic(id: string): boolean {
  if (!/^[1-8]/.test(id) || !dayMonth(id, 5, 3)) return false;
  const first = weigh(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const check = first < 10 ? first : (weigh(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return check === digit(id, 10);
}

function isBrazilian(id: string): boolean {
  if (/^(\d)\1*$/.test(id)) return false;
  const check = (count: number): number =>
    ((weigh(
      id,
      Array.from({ length: count }, (_, index) => count + 1 - index),
    ) *
      10) %
      11) %
    10;
  return check(9) === digit(id, 9) && check(10) === digit(id, 10);
}
