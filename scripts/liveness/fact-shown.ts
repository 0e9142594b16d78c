import { isSameDay } from './find-days.ts';
import { findValues, plainNumber } from './find-values.ts';
import { sayings } from './statuses.ts';
import type { FactValue, StatusWord } from './values.ts';

const ZERO =
  /\b(nothing|no|not|none|zero|any|nichts|kein\p{L}*|null|nada|ningun\p{L}*|rien|aucun\p{L}*|pas)(?!\p{L})/iu;
const NUMBER_WORDS = [
  /\b(zero|none|no|null|cero|zéro)\b/iu,
  /\b(one|eine?n?|uno?|une?)\b/iu,
  /\b(two|zwei|dos|deux)\b/iu,
  /\b(three|drei|tres|trois)\b/iu,
  /\b(four|vier|cuatro|quatre)\b/iu,
  /\b(five|fünf|cinco|cinq)\b/iu,
  /\b(six|sechs|seis)\b/iu,
  /\b(seven|sieben|siete|sept)\b/iu,
  /\b(eight|acht|ocho|huit)\b/iu,
  /\b(nine|neun|nueve|neuf)\b/iu,
  /\b(ten|zehn|diez|dix)\b/iu,
  /\b(eleven|elf|once|onze)\b/iu,
  /\b(twelve|zwölf|doce|douze)\b/iu,
];

/** Whether an answer's text states this value, in any notation and any of the languages. */
export function isShown(value: FactValue, text: string): boolean {
  switch (value.kind) {
    case 'amount':
      if (findValues(text, value.currency).some((one) => one.kind === 'amount' && one.minor === value.minor))
        return true;
      return value.minor === 0 && ZERO.test(text);
    case 'day':
      return findValues(text, 'EUR').some(
        (one) => one.kind === 'day' && one.candidates.some((candidate) => isSameDay(value.day, candidate)),
      );
    case 'percent':
      return findValues(text, 'EUR').some(
        (one) => one.kind === 'percent' && roundsTo(value.value, one.value, one.decimals),
      );
    case 'quantity':
      return showsNumber(value.value, text);
    case 'status':
      return showsStatus(value.status, text);
    case 'text':
      return showsText(value.text, text);
    case 'words':
      return value.pattern.test(text);
  }
}

function roundsTo(value: number, stated: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  return Math.round(value * scale) === Math.round(stated * scale);
}

function showsNumber(value: number, text: string): boolean {
  const numbers =
    text.match(/\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?/gu) ?? [];
  const stated = numbers.map(plainNumber);
  if (stated.some((one) => roundsTo(value, one.value, one.decimals))) return true;
  return Number.isInteger(value) && (NUMBER_WORDS[value]?.test(text) ?? false);
}

/** Someone who is told "overdue" or "the payment failed" also knows that it is open. */
function showsStatus(status: StatusWord, text: string): boolean {
  const said = sayings(text);
  if (status === 'open' || status === 'past_due') {
    return (
      said.includes('open') ||
      said.includes('past_due') ||
      said.includes('failed') ||
      /\b(due|owe)\b/iu.test(text)
    );
  }
  return said.includes(status);
}

/** The text itself, or most of its longer words: an answer may inflect, shorten or quote it. */
function showsText(value: string, text: string): boolean {
  const said = normalise(text);
  if (said.includes(normalise(value))) return true;
  const masked = /[•*]+\s?(\d{4})\b/u.exec(value)?.[1];
  if (masked) return said.includes(masked);
  const words = normalise(value)
    .split(' ')
    .filter((word) => word.length > 3);
  const found = words.filter((word) => said.includes(word)).length;
  return words.length > 2 ? found / words.length >= 0.6 : words.length === 2 && found === 2;
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
