import 'server-only';
import { isDayOfYear, remainder } from './check-digits.ts';

/** Identity numbers with letters. `isValid` gets letters and digits alone, in capitals; `needsLabel` as for numbers. */
export type LetterId = {
  name: string;
  source: string;
  pattern: RegExp;
  isValid: (id: string) => boolean;
  needsLabel: (written: string) => boolean;
};

const never = (): boolean => false;
const SPANISH = 'TRWAGMYFPDXBNJZSQVHLCKE';
const FINNISH = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Values of characters at odd places of an Italian code (decree of 23 December 1976). */
const ITALIAN_ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

export const LETTER_IDS: readonly LetterId[] = [
  {
    name: 'ES DNI',
    source: 'Real Decreto 1553/2005: modulus 23',
    pattern: /(?<![A-Za-z0-9.-])(?:\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z](?![A-Za-z0-9])/gi,
    isValid: (id) => SPANISH[Number(id.slice(0, 8)) % 23] === id[8],
    needsLabel: never,
  },
  {
    name: 'ES NIE',
    source: 'Real Decreto 1553/2005: X, Y, Z count 0, 1, 2',
    pattern: /(?<![A-Za-z0-9])[XYZ][ -]?\d{7}[ -]?[A-HJ-NP-TV-Z](?![A-Za-z0-9])/gi,
    isValid: (id) => SPANISH[Number(`${'XYZ'.indexOf(id.charAt(0))}${id.slice(1, 8)}`) % 23] === id[8],
    needsLabel: never,
  },
  {
    name: 'IT codice fiscale',
    source: 'Decree of 23 December 1976, check character',
    pattern: /(?<![A-Za-z0-9])[A-Z]{6}[ -]?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[ -]?[A-Z][0-9LMNPQRSTUV]{3}[A-Z](?![A-Za-z0-9])/gi,
    isValid: isItalian,
    needsLabel: never,
  },
  {
    name: 'FI henkilötunnus',
    source: 'Digital and Population Data Services Agency: remainder by 31',
    pattern: /(?<![A-Za-z0-9])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![A-Za-z0-9])/gi,
    isValid: isFinnish,
    needsLabel: (written) => /\d$/.test(written),
  },
  {
    name: 'DE Rentenversicherungsnummer',
    source: 'VKVV § 2: weights 2 1 2 5 7 1 2 1 2 1 2 1, sums of digits',
    pattern: /(?<![A-Za-z0-9])\d{2}[ ]?\d{6}[ ]?[A-Z][ ]?\d{3}(?![A-Za-z0-9])/gi,
    isValid: isGermanPension,
    needsLabel: never,
  },
  {
    name: 'GB national insurance number',
    source: 'HMRC NIM39110: letters that are not given, suffix A–D; no check digit',
    pattern: /(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z0-9])/gi,
    isValid: (id) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/.test(id),
    needsLabel: (written) => !/^\S{2}([ -])\d{2}\1\d{2}\1\d{2}\1\S$/.test(written),
  },
  {
    name: 'IE personal public service number',
    source: 'Social Welfare (Consolidation) Act 2005, s. 262: modulus 23',
    pattern: /(?<![A-Za-z0-9])\d{7}[A-W][A-IW]?(?![A-Za-z0-9])/gi,
    isValid: isIrish,
    needsLabel: () => true,
  },
  {
    name: 'FR numéro de sécurité sociale, Corsica',
    source: 'INSEE: 2A counts 19, 2B counts 18',
    pattern: /(?<![A-Za-z0-9])[12][ ]?\d{2}[ ]?\d{2}[ ]?2[AB][ ]?\d{3}[ ]?\d{3}[ ]?\d{2}(?![A-Za-z0-9])/gi,
    isValid: (id) => 97 - remainder(id.replace('2A', '19').replace('2B', '18').slice(0, 13), 97) === Number(id.slice(13)),
    needsLabel: never,
  },
]; // prettier-ignore

function isFinnish(id: string): boolean {
  const remainder31 = Number(`${id.slice(0, 6)}${id.slice(-4, -1)}`) % 31;
  return isDayOfYear(Number(id.slice(0, 2)), Number(id.slice(2, 4))) && FINNISH[remainder31] === id.at(-1);
}

function isItalian(id: string): boolean {
  const sum = [...id.slice(0, 15)].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (ITALIAN_ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === id[15];
}

function isGermanPension(id: string): boolean {
  const day = Number(id.slice(2, 4));
  if (!isDayOfYear(day > 50 ? day - 50 : day, Number(id.slice(4, 6)))) return false;
  const letter = `${id.charCodeAt(8) - 64}`.padStart(2, '0');
  const number = `${id.slice(0, 8)}${letter}${id.slice(9, 11)}`;
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((total, weight, index) => {
    const product = weight * Number(number[index]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(id[11]);
}

function isIrish(id: string): boolean {
  const extra = id.length > 8 && id[8] !== 'W' ? (id.charCodeAt(8) - 64) * 9 : 0;
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, index) => total + weight * Number(id[index]),
    extra,
  );
  return (sum % 23 === 0 ? 'W' : String.fromCharCode(64 + (sum % 23))) === id[7];
}
