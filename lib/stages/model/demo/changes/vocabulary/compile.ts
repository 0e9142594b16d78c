import 'server-only';
import type { Language } from '../../types.ts';
import { DE_CHANGES } from './de.ts';
import { EN_CHANGES } from './en.ts';
import { ES_CHANGES } from './es.ts';
import { FR_CHANGES } from './fr.ts';
import { isMused } from './musings.ts';
import type { Naming, Vocabularies, Vocabulary } from './vocabulary.ts';

export type CompiledNaming = Omit<Naming, 'say' | 'with'> & { readonly say: RegExp; readonly with?: RegExp };

export type Compiled = {
  /** Nothing but words that open a sentence. */
  readonly lead: RegExp;
  readonly asks: RegExp;
  /** The verb may stand before what asks for it. */
  readonly asksAnywhere: boolean;
  readonly questions: RegExp;
  readonly unreal: RegExp;
  /** The thought that names a change, and its sentence: whether it is only played with. */
  readonly isMused: (unit: string, sentence: string) => boolean;
  readonly negated: RegExp;
  readonly pointing: RegExp;
  readonly prices: RegExp;
  readonly moreSeats: RegExp;
  readonly fewerSeats: RegExp;
  readonly seat: RegExp;
  readonly namings: readonly CompiledNaming[];
  readonly told: readonly CompiledNaming[];
};

const SOURCES: Vocabularies = { en: EN_CHANGES, de: DE_CHANGES, es: ES_CHANGES, fr: FR_CHANGES };
const word = (source: string) => new RegExp(`\\b(?:${source})\\b`);

function compileNaming({ say, with: also, ...rest }: Naming): CompiledNaming {
  return { ...rest, say: word(say), ...(also === undefined ? {} : { with: word(also) }) };
}

function compile(words: Vocabulary, language: Language): Compiled {
  const { seat, more, fewer } = words;
  return {
    lead: new RegExp(`^(?:${words.lead}(?: |$))*$`),
    asks: word(words.asks),
    asksAnywhere: language !== 'en',
    questions: new RegExp(`^(?:${words.lead} )*(?:${words.questions})\\b`),
    unreal: word(words.unreal),
    isMused: (unit, sentence) => isMused(unit, sentence, language),
    // A few words may stand between: "do not want to cancel".
    negated: new RegExp(`\\b(?:${words.negations})(?: \\w+){0,3}$`),
    pointing: word(words.pointing),
    prices: word(words.prices),
    moreSeats: word(`${more} (?:\\w+ )?${seat}|${seat} (?:\\w+ )?${more}`),
    fewerSeats: word(`${fewer} (?:\\w+ )?${seat}|${seat} (?:\\w+ )?${fewer}`),
    seat: word(seat),
    namings: words.namings.map(compileNaming),
    told: words.told.map(compileNaming),
  };
}

const COMPILED: Readonly<Record<Language, Compiled>> = {
  en: compile(SOURCES.en, 'en'),
  de: compile(SOURCES.de, 'de'),
  es: compile(SOURCES.es, 'es'),
  fr: compile(SOURCES.fr, 'fr'),
};

export function compiledFor(language: Language): Compiled {
  return COMPILED[language];
}
