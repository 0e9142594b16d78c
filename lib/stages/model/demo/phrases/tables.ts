import 'server-only';
import type { Language } from '../types.ts';
import { EN_CHANGES } from './en-changes.ts';
import { EN_MONEY } from './en-money.ts';
import { EN_OTHER } from './en-other.ts';
import { DE_CHANGES } from './de-changes.ts';
import { DE_MONEY } from './de-money.ts';
import { DE_OTHER } from './de-other.ts';
import { ES_CHANGES } from './es-changes.ts';
import { ES_MONEY } from './es-money.ts';
import { ES_OTHER } from './es-other.ts';
import { FR_CHANGES } from './fr-changes.ts';
import { FR_MONEY } from './fr-money.ts';
import { FR_OTHER } from './fr-other.ts';

export type PhraseKey = keyof typeof EN_MONEY | keyof typeof EN_OTHER | keyof typeof EN_CHANGES;

/** Every sentence, by language. `{name}` is filled with a value. */
export const PHRASES: Readonly<Record<Language, Readonly<Record<PhraseKey, string>>>> = {
  en: { ...EN_MONEY, ...EN_OTHER, ...EN_CHANGES },
  de: { ...DE_MONEY, ...DE_OTHER, ...DE_CHANGES },
  es: { ...ES_MONEY, ...ES_OTHER, ...ES_CHANGES },
  fr: { ...FR_MONEY, ...FR_OTHER, ...FR_CHANGES },
};
