import 'server-only';
import { fold } from '../normalise.ts';
import type { Language } from '../types.ts';
import { DE_WORDS } from './de.ts';
import { EN_BILLING } from './en-billing.ts';
import { EN_EVERYDAY } from './en-everyday.ts';
import { ES_WORDS } from './es.ts';
import { FR_WORDS } from './fr.ts';

export type Concept = keyof typeof EN_BILLING | keyof typeof EN_EVERYDAY;

/** One way of saying a concept: its words, each matched whole, as a beginning (`word*`) or as an ending (`*word`). */
export type Saying = { concept: string; parts: readonly string[] };

function sayings(table: Readonly<Record<string, string>>): Saying[] {
  return Object.entries(table).flatMap(([concept, list]) =>
    list
      .split(',')
      .map((one) => fold(one).trim().split(/\s+/))
      .filter((parts) => parts[0] !== '')
      .map((parts) => ({ concept, parts })),
  );
}

export const SAYINGS: Readonly<Record<Language, readonly Saying[]>> = {
  en: sayings({ ...EN_BILLING, ...EN_EVERYDAY }),
  de: sayings(DE_WORDS),
  es: sayings(ES_WORDS),
  fr: sayings(FR_WORDS),
};
