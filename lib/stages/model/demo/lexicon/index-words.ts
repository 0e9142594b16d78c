import 'server-only';
import { MONTH_BY_NAME } from '../entities/months.ts';
import { LANGUAGES, type Language } from '../types.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { SAYINGS } from './tables.ts';

/** English endings a stem may carry, so that "invoicse" and "refundde" find their way back. */
const ENDINGS = ['', 's', 'e', 'es', 'ed', 'd', 'ing', 'er', 'al', 'ion', 'ions'];
const MONTHS = [...MONTH_BY_NAME.keys()].filter((name) => name.length > 4);

/** Words that name amounts and times: worth repairing towards as well. */
const MEASURES =
  'euro euros dollar dollars quid thirty forty fifty sixty twenty fifteen quarter quarterly yesterday month months year summer winter'.split(
    ' ',
  );
const EVERYWHERE = LANGUAGES.flatMap((language) => [...FUNCTION_WORDS[language]]);

type Words = { full: readonly string[]; stems: readonly string[]; inflected: readonly string[] };

function wordsOf(language: Language): Words {
  const parts = SAYINGS[language].flatMap((saying) => saying.parts);
  const stems = [...new Set(parts.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)))];
  const endings = language === 'en' ? ENDINGS : [''];
  return {
    full: [...parts.filter((part) => !part.includes('*')), ...MONTHS, ...MEASURES],
    stems,
    inflected: stems.flatMap((stem) => endings.map((ending) => stem + ending)),
  };
}

/** Every single word the lexicons know, by language, as they list it. */
export const LEXICON_WORDS: Readonly<Record<Language, Words>> = {
  en: wordsOf('en'),
  de: wordsOf('de'),
  es: wordsOf('es'),
  fr: wordsOf('fr'),
};

/** Words that are right as they are in a message of this language; English ones are right everywhere. */
export const KNOWN_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = perLanguage(
  (language) => new Set([...LEXICON_WORDS[language].full, ...LEXICON_WORDS.en.full, ...EVERYWHERE]),
);
/** Beginnings of such words. */
export const KNOWN_STEMS: Readonly<Record<Language, readonly string[]>> = perLanguage((language) =>
  [...LEXICON_WORDS[language].stems, ...LEXICON_WORDS.en.stems].filter((stem) => stem.length >= 4),
);

function perLanguage<T>(build: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: build('en'), de: build('de'), es: build('es'), fr: build('fr') };
}
