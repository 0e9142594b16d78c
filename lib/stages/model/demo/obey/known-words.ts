import 'server-only';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { COMMON_WORDS } from '../lexicon/common-words.ts';
import { LANGUAGES } from '../types.ts';
import { VOCABULARY } from './vocabulary/ideas.ts';

/** Words that a row of letters without gaps is cut into: those of the orders, and the small ones between them. */
export const LEXICON_WORDS: ReadonlySet<string> = new Set(
  [...VOCABULARY, ...LANGUAGES.flatMap((one) => [...FUNCTION_WORDS[one]]), ...COMMON_WORDS].filter(
    (word) => word.length > 1 || word === 'a' || word === 'i',
  ),
);
