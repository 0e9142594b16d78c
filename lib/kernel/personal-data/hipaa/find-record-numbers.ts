import 'server-only';
import type { Stretch } from '../span.ts';
import { PLAIN_LABELS, RECORD_LABELS } from './words.ts';

const LABELS = Object.values(RECORD_LABELS).join('|');
const NUMBER = String.raw`(?:number|numbers|num|no|nr|id|code)\b\.?|#`;
/** A label that says "number" or ends in a colon, or one that means nothing else. */
const LABEL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${LABELS})(?: (?:${NUMBER})(?: ?[:=#]| is| was)?| ?#| ?[:=])|(?:${PLAIN_LABELS})(?: (?:${NUMBER}))?(?: ?[:=#]| is| was)?)[ \n]{0,2}`,
  'giu',
);
/** One piece, or digits in groups. */
const VALUE = /\d{2,4}(?: \d{2,4}){1,5}(?![-./]?\d)|[A-Za-z0-9]{1,24}(?:[./-][A-Za-z0-9]{1,12}){0,6}/y;
const HARDWARE_ADDRESS = /(?<![0-9A-F:-])(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}(?![0-9A-F:-])/gi;
/** A bill's own: invoice numbers, days, amounts. */
const OF_A_BILL = /^(?:\d{4}-\d{1,6}|\d{4}-\d{2}-\d{2}|\d{1,3}(?:[.,]\d{3})*[.,]\d{2})$/;
const FEWEST_CHARACTERS = 5;
const FEWEST_DIGITS = 3;

/**
 * Numbers and codes of people, plans, accounts, licences and devices, after the word that says so. Hardware addresses of networks are
 * told by their form.
 */
export function findRecordNumbers(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    VALUE.lastIndex = index + label.length;
    const value = VALUE.exec(text)?.[0];
    if (value && isNumber(value))
      found.push({ start: index + label.length, end: index + label.length + value.length });
  }
  for (const { index, 0: address } of text.matchAll(HARDWARE_ADDRESS))
    found.push({ start: index, end: index + address.length });
  return found;
}

function isNumber(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  return value.length >= FEWEST_CHARACTERS && digits >= FEWEST_DIGITS && !OF_A_BILL.test(value);
}
