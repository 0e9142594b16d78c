import 'server-only';
import type { Stretch } from '../span.ts';
import { PLACE_LABELS, STATES, STREET_WORDS, ZIP_LABELS } from './words.ts';

const WORD = String.raw`\p{Lu}[\p{L}'.-]{1,24}`;
const any = (word: string): string =>
  [...word].map((letter) => (/[a-z]/.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter)).join('');
/** Case-insensitive by itself, because a name of a street or a city is told by its capitals. */
const words = (list: string): string => list.split('|').map(any).join('|');

const PATTERNS: readonly RegExp[] = [
  // 12-B Old Mill Road, Apt 4
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.,/-])\d{1,6}(?:-?[A-Z]|-\d{1,5})? (?:[NSEW]\.? |(?:North|South|East|West) )?(?:(?:${WORD}|\d{1,3}(?:st|nd|rd|th)) ){1,4}(?:${words(STREET_WORDS)})\b\.?(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Floor|#)\.? ?[\w-]{1,6})?`,
    'gu',
  ),
  new RegExp(String.raw`\b[Pp]\.? ?[Oo]\.? ?[Bb]ox \d{1,6}\b`, 'gu'),
  // Springfield, IL 62704
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WORD} ){0,2}${WORD},? (?:${STATES}) \d{5}(?:-\d{4})?(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<=\b(?:${words(ZIP_LABELS)})(?: ?[:=#]| is| was)? )\d{5}(?:-\d{4})?(?![\d-])`, 'gu'),
  new RegExp(String.raw`(?<=\b(?:${words(PLACE_LABELS)})(?: ?[:=]| of) )${WORD}(?: ${WORD}){0,2}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WORD} ){1,2}(?:County|Parish|Borough|Township)\b`, 'gu'),
  new RegExp(
    String.raw`(?<=\b(?:[Cc]oordinates|[Gg][Pp][Ss]|[Ll]ocation|[Ll]at(?:itude)?)(?: ?[:=]| is| are)? )-?\d{1,2}\.\d{2,8}, ?-?\d{1,3}\.\d{2,8}`,
    'gu',
  ),
]; // prettier-ignore

/** Streets, post boxes, cities, ZIP codes, counties and coordinates as they are written in the United States. */
export function findPlaces(text: string): Stretch[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: written }) => ({
      start: index,
      end: index + written.length,
    })),
  );
}
