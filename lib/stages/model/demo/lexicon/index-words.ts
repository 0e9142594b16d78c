import 'server-only';
import { MONTH_BY_NAME } from '../entities/months.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { SAYINGS } from './tables.ts';

const parts = Object.values(SAYINGS).flatMap((list) => list.flatMap((saying) => saying.parts));
const stems = [...new Set(parts.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)))];
/** English endings a stem may carry, so that "invoicse" and "refundde" find their way back. */
const ENDINGS = ['', 's', 'e', 'es', 'ed', 'd', 'ing', 'er', 'al', 'ion', 'ions'];

/** Every single word the lexicons know, as they list it. */
export const LEXICON_WORDS = {
  full: [
    ...parts.filter((part) => !part.includes('*')),
    ...[...MONTH_BY_NAME.keys()].filter((name) => name.length > 4),
  ],
  stems,
  inflected: stems.flatMap((stem) => ENDINGS.map((ending) => stem + ending)),
  function: Object.values(FUNCTION_WORDS).flatMap((list) => [...list]),
} as const;
