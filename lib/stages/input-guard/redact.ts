import 'server-only';
import { EVERY_SECRET, PEM_BLOCK } from '#lib/kernel/secret-shapes.ts';
import { CARD_BRANDS, DIGIT_ZEROS, REDACTIONS, type Redaction } from './policy.ts';

/** `removed` counts what was replaced, by type; types that were not found are absent. */
export type Redacted = { text: string; removed: Partial<Record<Redaction, number>> };

const DIGIT = `[${DIGIT_ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`;
const ONE_DIGIT = new RegExp(DIGIT, 'g');
/** Digits with the separators people type between groups. */
const DIGIT_RUN = new RegExp(`${DIGIT}(?:[ \\u00a0.\\-–]{0,2}${DIGIT}){12,}`, 'g');

/** Replaces payment card numbers and credentials by placeholders, before text is stored, sent on or logged. */
export function redact(text: string): Redacted {
  const removed: Redacted['removed'] = {};
  const replace = (kind: Redaction): string => {
    removed[kind] = (removed[kind] ?? 0) + 1;
    return REDACTIONS[kind].placeholder;
  };
  const withoutSecrets = text
    .replace(PEM_BLOCK, () => replace('secret'))
    .replace(EVERY_SECRET, () => replace('secret'));
  const clean = withoutSecrets.replace(DIGIT_RUN, (run) => withoutCards(run, () => replace('card_number')));
  return { text: clean, removed };
}

type Digit = { value: number; start: number; end: number; startsGroup: boolean; endsGroup: boolean };

/** A run may hold several numbers and a date: cards start and end where a group of digits does. */
function withoutCards(run: string, placeholder: () => string): string {
  const digits = readDigits(run);
  let result = '';
  let copied = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const length = cardLength(digits, index);
    const first = digits[index];
    const last = digits[index + length - 1];
    if (length === 0 || !first || !last) continue;
    result += run.slice(copied, first.start) + placeholder();
    copied = last.end;
    index += length - 1;
  }
  return result + run.slice(copied);
}

function readDigits(run: string): Digit[] {
  const digits: Digit[] = [];
  for (const match of run.matchAll(ONE_DIGIT)) {
    const start = match.index;
    const end = start + match[0].length;
    const previous = digits.at(-1);
    const startsGroup = !previous || previous.end !== start;
    if (previous && startsGroup) previous.endsGroup = true;
    digits.push({ value: digitValue(match[0]), start, end, startsGroup, endsGroup: false });
  }
  const last = digits.at(-1);
  if (last) last.endsGroup = true;
  return digits;
}

function digitValue(character: string): number {
  const code = character.charCodeAt(0);
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return code - zero;
}

/** The number of digits of the card number that starts here, or 0. */
function cardLength(digits: readonly Digit[], from: number): number {
  if (!digits[from]?.startsGroup) return 0;
  const head = digits
    .slice(from, from + 4)
    .map(({ value }) => value)
    .join('');
  for (const { from: low, to: high, lengths } of CARD_BRANDS) {
    const start = Number(head.slice(0, String(low).length));
    if (start < low || start > high) continue;
    const found = lengths.find(
      (length) => digits[from + length - 1]?.endsGroup && passesLuhn(digits, from, length),
    );
    if (found) return found;
  }
  return 0;
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: readonly Digit[], from: number, length: number): boolean {
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    const value = digits[from + length - 1 - index]?.value ?? 0;
    const doubled = index % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
