import 'server-only';
import type { Stretch } from '../span.ts';
import { LIFE_EVENTS, MONTHS } from './words.ts';

const YEAR = String.raw`(?:,? '?\d{2,4})?`;
/** A day or a month, with or without a year. A year alone may stay. */
const DATE = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\b\.?${YEAR}|(?:${MONTHS})\b\.? \d{1,2}(?:st|nd|rd|th)?\b${YEAR}|(?:${MONTHS})\b\.? \d{4})(?!\d)`;
const GLUE = String.raw`(?:[ :=,(]{1,3}(?:date|day|on|at|is|was|in|the|of|since|around|about)\b){0,4}[ :=,(\n]{1,3}`;
const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`(?<=\b(?:${LIFE_EVENTS})\b\.?${GLUE})${DATE}`, 'giu'),
  new RegExp(String.raw`(?<![\d./-])${DATE}(?= (?:is|was) (?:my|his|her|their|the patient's) (?:${LIFE_EVENTS})\b)`, 'giu'),
  // Ages over 89 count as dates; a debt that is aged 90 days does not.
  /(?<=\b(?:aged?|age:|age is|turned) )(?:9\d|1[0-2]\d)\b(?!,?\d| ?(?:days?|weeks?|months?|euros?|eur|usd|gbp|dollars?|seats?|percent|[%€$£]))/giu,
  /(?<![\d.,])(?:9\d|1[0-2]\d)(?=[ -]years?[ -]old\b)/giu,
]; // prettier-ignore
const LABEL = new RegExp(String.raw`\b(?:${LIFE_EVENTS}|aged?|turned|years?[ -]old)\b`, 'iu');

/** Days and months in a person's life, told by the word beside them; dates of a bill have none such. */
export function findPersonDates(text: string): Stretch[] {
  if (!LABEL.test(text)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: written }) => ({
      start: index,
      end: index + written.length,
    })),
  );
}
