import 'server-only';
import { CALLING_CODES } from './calling-codes.ts';
import { type FoundLabel, isPhoneWordAfter, labelAfter } from './label-before.ts';
import { PHONE_SHAPES } from './phone-shapes.ts';

/** A row of digits as it is `written`, without an extension that may lie before `end`; `digits` counts them. */
export type Candidate = { text: string; start: number; end: number; written: string; digits: number };

const CODES: ReadonlySet<string> = new Set(CALLING_CODES.split(/\s+/).flatMap(codesOf));
const DATE =
  /^(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d|(?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d(?=$|\D+(?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d)|(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\3(?:0?[1-9]|[12]\d|3[01]))(?!\d)/;
const GLUED_BEFORE = /[A-Za-z0-9_]$|[\p{L}\p{N}][-/#._=]$/u;
const GLUED_AFTER = /^(?:[A-Za-z0-9_%@=]|[-/.,][0-9]|-[A-Z][A-Z0-9])/;
const MONEY_BEFORE = /[#$€£¥₹]\s?$/;
const MONEY_AFTER =
  /^(?:[.,]\d|\s?(?:[$€£¥₹%°]|(?:eur|usd|gbp|chf|pln|kr|tokens?|units?|bytes?|[kmgt]i?b|api|calls?|requests?|seats?|appels?|requêtes?|aufrufe?n?|anfragen?|llamadas?|solicitudes)(?![a-z])|zł))/i;
const MOST_DIGITS = 15;

/** Whether a row of digits is a telephone number. `labelled` looks for the word before it, once and only if needed. */
export function isPhone(candidate: Candidate, labelled: () => FoundLabel | undefined): boolean {
  const { text, start, end, written, digits } = candidate;
  if (GLUED_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (GLUED_AFTER.test(text.slice(end, end + 3)) || DATE.test(written)) return false;
  if (written.includes('+') && isInternational(written, digits)) return true;
  const before = labelled();
  if (!(before?.label === 'order' && before.isTight) && isInternational(written, digits)) return true;
  if (digits > MOST_DIGITS) return false;
  if (before?.label === 'phone') return digits >= (before.isTight ? 6 : 7);
  if (before?.label === 'order' || before?.label === 'money') {
    if (before.isTight) return false;
  } else if (
    digits >= (/\D/.test(written) ? 6 : 9) &&
    (isPhoneWordAfter(text, end) || labelAfter(text, end) === 'phone')
  )
    return true;
  if (before?.isTight && before.label !== 'person') return false;
  if (before?.label === 'person' && !written.startsWith('(')) return false;
  if (
    MONEY_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
    MONEY_AFTER.test(text.slice(end, end + 16))
  )
    return false;
  return end > start + written.length || isWrittenLikeOne(written, digits);
}

function isWrittenLikeOne(written: string, digits: number): boolean {
  return PHONE_SHAPES.some(
    ({ fewest, most, pattern }) => digits >= fewest && digits <= most && pattern.test(written),
  );
}

/** A plus or the digits dialled for one, then a calling code in use, then enough digits and not too many. */
function isInternational(written: string, count: number): boolean {
  const isPlus = written.includes('+');
  if (!isPlus && !/^\(?0[01]/.test(written)) return false;
  const digits = written.replace(/\D/g, '');
  const number = isPlus ? digits : digits.replace(/^(?:00|011)(?=[1-9])/, '');
  if (!isPlus && number.length === count) return false;
  if (number.length < (isPlus ? 8 : 9) || number.length > MOST_DIGITS) return false;
  if (/^[17]/.test(number)) return number.length === 11;
  return [1, 2, 3].some((length) => CODES.has(number.slice(0, length)));
}

function codesOf(entry: string): string[] {
  const [from, to] = entry.split('-').map(Number);
  if (from === undefined || to === undefined) return [entry];
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);
}
