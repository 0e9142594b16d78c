import 'server-only';
import type { Stretch } from '../span.ts';
import { NAME_LABELS, NAMES_OF_THINGS, NO_NAMES, RELATIVES, TITLES } from './words.ts';

const LABEL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${TITLES})\\b\\.?(?: name)?(?: ?[:=]| is| was)?|(?:${RELATIVES})(?: ?[:=,]| is| was)?|(?<!(?:${NAMES_OF_THINGS}) )(?:${NAME_LABELS})(?: ?[:=]| is| was))[ \\n]{1,2}`,
  'giu',
);
const WORD = String.raw`(?:\p{Lu}[\p{L}'’-]{1,24}|\p{Lu}\.)`;
/** Case counts here: `Roe`, not `roe`. */
const PARTICLES = '(?:(?:de|van|von|la|del|der|bin|al) ){0,2}';
const NAME = new RegExp(`${PARTICLES}${WORD}(?: ${PARTICLES}${WORD}){0,3}`, 'uy');

/** Names of people after a title, a relation or a label. Linear: a label is looked for once, and a name is at most four words long. */
export function findNames(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    NAME.lastIndex = index + label.length;
    const name = NAME.exec(text)?.[0];
    const first = name?.split(' ')[0];
    if (!name || !first || NO_NAMES.has(first) || name.endsWith(' I')) continue;
    const start = index + label.length;
    found.push({ start, end: start + name.length });
  }
  return found;
}
