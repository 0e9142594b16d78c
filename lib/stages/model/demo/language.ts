import 'server-only';
import { countKnown } from './concepts.ts';
import { FUNCTION_WORDS } from './lexicon/function-words.ts';
import { fold } from './normalise.ts';
import { LANGUAGES, type Language } from './types.ts';

/** Letters that only some of the languages write. */
const LETTERS: readonly (readonly [RegExp, Language, number])[] = [
  [/[ß]|[äöü]/iu, 'de', 1.5],
  [/[ñ¿¡]/iu, 'es', 3],
  [/[áíóú]/iu, 'es', 1],
  [/[çœàèùêâîôû]/iu, 'fr', 1.5],
  [/(?<![a-z])(?:l|d|j|n|qu|c)['’][a-zéèêàâ]/iu, 'fr', 2],
];

/**
 * The language of a message by its small words, letters and billing words. Undefined when nothing tells: the
 * conversation's language stands then.
 */
export function detectLanguage(text: string): Language | undefined {
  const tokens = fold(text).match(/[a-z]+/g) ?? [];
  const scores: Record<Language, number> = { en: 0, de: 0, es: 0, fr: 0 };
  for (const language of LANGUAGES) {
    for (const token of tokens) if (FUNCTION_WORDS[language].has(token)) scores[language] += 1;
  }
  for (const [pattern, language, weight] of LETTERS) if (pattern.test(text)) scores[language] += weight;
  const known = countKnown(tokens);
  for (const language of LANGUAGES) scores[language] += known[language] * 0.6;
  const ranked = LANGUAGES.toSorted((a, b) => scores[b] - scores[a]);
  const [first, second] = ranked;
  if (!first || !second || scores[first] < 0.6) return undefined;
  return scores[first] - scores[second] < 0.3 ? undefined : first;
}
