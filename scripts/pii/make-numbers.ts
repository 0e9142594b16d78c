import { remainder } from '#lib/kernel/personal-data/check-digits.ts';
import { IBAN_PARTS } from '#lib/kernel/personal-data/iban-countries.ts';
import { CAPITALS, DIGITS, type Draw } from './draw.ts';

/** Leading digits and lengths in issue, as test numbers of payment providers have them. */
const CARDS = [
  ['4', 16], ['4', 16], ['4', 13], ['4', 19], ['51', 16], ['55', 16], ['2221', 16], ['2720', 16], ['34', 15], ['37', 15], ['6011', 16], ['65', 16],
  ['36', 14], ['38', 14], ['3528', 16], ['3589', 16], ['62', 16], ['62', 19], ['6304', 16], ['6763', 16], ['2204', 16],
] as const; // prettier-ignore
const SEPARATORS = ['', '', '', ' ', ' ', '-', '-', '.', '\u00a0', '\u2011', '  ', ' - ', '/', '_'];
const ZEROS = [0x30, 0x30, 0x30, 0x30, 0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce];

/** A card number with a right or a wrong check digit, as people type it. */
export function makeCard(draw: Draw, isRight: boolean): string {
  // Of a number of 19 digits the first 16 may be right again, and then they are a card's.
  const [start, length] = draw.of(isRight ? CARDS : CARDS.filter(([, size]) => size <= 16));
  const body = start + draw.some(DIGITS, length - start.length - 1);
  const check = luhnDigit(body);
  const last = isRight ? check : (check + 1 + draw.below(9)) % 10;
  const zero = draw.of(ZEROS);
  return grouped(`${body}${last}`, draw.of(SEPARATORS)).replace(/\d/g, (digit) =>
    String.fromCodePoint(zero + Number(digit)),
  );
}

function luhnDigit(body: string): number {
  const sum = [...body].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** As it is printed on the card: fours, or the 4-6-5 and 4-6-4 of two schemes. */
function grouped(number: string, separator: string): string {
  const isLong = number.length === 14 || number.length === 15;
  const groups = isLong
    ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)]
    : number.match(/.{1,4}/g);
  return (groups ?? []).join(separator);
}

/** An account number of any country, its check digits right or off by some. */
export function makeIban(draw: Draw, isRight: boolean): string {
  const [country, part] = draw.of(Object.entries(IBAN_PARTS));
  const body = [...part.matchAll(/(\d+)([nac])/g)]
    .map(([, size, kind]) =>
      draw.some(kind === 'n' ? DIGITS : kind === 'a' ? CAPITALS : `${DIGITS}${CAPITALS}`, Number(size)),
    )
    .join('');
  const number = `${body}${country}00`.replace(/[A-Z]/g, (letter) => `${letter.charCodeAt(0) - 55}`);
  const check = 98 - remainder(number, 97);
  const written = isRight ? check : ((check - 2 + 1 + draw.below(95)) % 97) + 2;
  const iban = `${country}${String(written).padStart(2, '0')}${body}`;
  const form = draw.below(4);
  if (form === 0) return iban;
  if (form === 1) return iban.toLowerCase();
  return (iban.match(/.{1,4}/g) ?? []).join(form === 2 ? ' ' : '-');
}

/** A US social security number, or one of a range that is never given. */
export function makeSsn(draw: Draw, isRight: boolean): string {
  const pad = (value: number, size: number): string => String(value).padStart(size, '0');
  const area = 1 + draw.below(899);
  const parts = [
    pad(area === 666 ? 665 : area, 3),
    pad(1 + draw.below(99), 2),
    pad(1 + draw.below(9_999), 4),
  ];
  if (!isRight) {
    const [at, value] = draw.of([[0, '000'], [0, '666'], [1, '00'], [2, '0000']] as const); // prettier-ignore
    parts[at] = value;
  }
  return parts.join(draw.of(['-', '-', '-', ' ']));
}
