import 'server-only';
import { remainder } from './check-digits.ts';
import { IBAN_PARTS } from './iban-countries.ts';
import type { Stretch } from './span.ts';

const CLASSES: Readonly<Record<string, string>> = { n: '[0-9]', a: '[A-Z]', c: '[A-Z0-9]' };
const COUNTRIES = new Map(Object.entries(IBAN_PARTS).map(([country, part]) => [country, describePart(part)]));
/** Country and check digits, at the start of a word or glued to the word IBAN. */
const HEAD = /(?:(?<![A-Za-z0-9])|(?<=iban))[a-z]{2}[ .-]?\d[ .-]?\d/gi;
const MAX_SEPARATORS = 3;
const SEPARATORS_TO_END = /^[ \t\n.\-_/]{0,3}$/;
const CHARACTERS: Readonly<Record<string, RegExp>> = { n: /[0-9]/, a: /[A-Z]/, c: /[A-Z0-9]/ };

/** International bank account numbers (ISO 13616): known country, its length and make-up, and check digits (mod 97). */
export function findIbans(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const { index } of text.matchAll(HEAD)) {
    if (index < from) continue;
    const end = ibanEnd(text, index);
    if (end === undefined) continue;
    found.push({ start: index, end });
    from = end;
  }
  return found;
}

export function isIbanCountry(country: string): boolean {
  return COUNTRIES.has(country.toUpperCase());
}

/** Whether a text ends inside what may become an IBAN, as far as its country's make-up tells. */
export function mayBecomeIban(text: string): boolean {
  for (const { index } of text.matchAll(HEAD)) {
    const country = COUNTRIES.get(text.slice(index, index + 2).toUpperCase());
    if (!country) continue;
    const { value, end } = readLetters(text, index, country.length);
    const isCutOff = value.length < country.length && SEPARATORS_TO_END.test(text.slice(end));
    if (isCutOff && [...value.slice(4)].every((sign, at) => CHARACTERS[country.make[at] ?? '']?.test(sign)))
      return true;
  }
  return false;
}

function ibanEnd(text: string, start: number): number | undefined {
  const country = COUNTRIES.get(text.slice(start, start + 2).toUpperCase());
  if (!country) return undefined;
  const { value, end } = readLetters(text, start, country.length);
  if (value.length < country.length || isLetterOrDigit(text.charCodeAt(end))) return undefined;
  if (!country.pattern.test(value.slice(4))) return undefined;
  return remainder(asNumber(value.slice(4) + value.slice(0, 4)), 97) === 1 ? end : undefined;
}

/** So many letters and digits, with the separators people type between them left out. */
function readLetters(text: string, start: number, count: number): { value: string; end: number } {
  let value = '';
  let separators = 0;
  let end = start;
  for (let at = start; at < text.length && value.length < count; at += 1) {
    const isWanted = isLetterOrDigit(text.charCodeAt(at));
    if (!isWanted && (separators === MAX_SEPARATORS || !/[ \t\n.\-_/]/.test(text.charAt(at)))) break;
    separators = isWanted ? 0 : separators + 1;
    if (!isWanted) continue;
    value += text.charAt(at);
    end = at + 1;
  }
  return { value: value.toUpperCase(), end };
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Letters count from ten (ISO 13616, 6.1). */
function asNumber(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => `${letter.charCodeAt(0) - 55}`);
}

/** `make`: the class of each character of the account part. */
function describePart(part: string): { length: number; pattern: RegExp; make: string } {
  const pieces = [...part.matchAll(/(\d+)([nac])/g)];
  return {
    length: 4 + pieces.reduce((sum, [, size]) => sum + Number(size), 0),
    make: pieces.map(([, size, kind = '']) => kind.repeat(Number(size))).join(''),
    pattern: new RegExp(`^${pieces.map(([, size, kind]) => `${CLASSES[kind ?? '']}{${size}}`).join('')}$`),
  };
}
