import 'server-only';
import { fixSlip } from './chat-spelling.ts';
import { countKnown } from './concepts.ts';
import { FUNCTION_WORDS } from './lexicon/function-words.ts';
import { fold, words } from './normalise.ts';
import { LANGUAGES, type Language } from './types.ts';

/** Letters that only some of the languages write. */
const LETTERS: readonly (readonly [RegExp, Language, number])[] = [
  [/[ß]|[äöü]/iu, 'de', 1.5],
  [/\p{L}{3}(?:ung|ungen|heit|keit|preis|preise|bar|frist)(?!\p{L})/iu, 'de', 0.7],
  [/\p{L}{2}(?:ción|cion|ciones|miento|mientos)(?!\p{L})/iu, 'es', 0.7],
  [/[ñ¿¡]/iu, 'es', 3],
  [/[áíóú]/iu, 'es', 1],
  [/[çœàèùêâîôû]/iu, 'fr', 1.5],
  [/(?<![a-z])(?:l|d|j|n|qu|c)['’][a-zéèêàâ]/iu, 'fr', 2],
];

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** English as it is typed ("didnt", "thru"), unless it is a word of another language as it stands ("im", "n"). */
function spellOut(token: string): readonly string[] {
  if (OTHERS.some((language) => FUNCTION_WORDS[language].has(token))) return [token];
  return words(token).flatMap((word) => fixSlip(word).split(' '));
}

/**
 * The language of a message by its small words, letters and billing words. Undefined when nothing tells: the
 * conversation's language stands then.
 */
export function detectLanguage(text: string): Language | undefined {
  const tokens = fold(text).match(/[a-z]+/g) ?? [];
  const scores: Record<Language, number> = { en: 0, de: 0, es: 0, fr: 0 };
  for (const token of tokens.flatMap(spellOut)) if (FUNCTION_WORDS.en.has(token)) scores.en += 1;
  for (const language of OTHERS) {
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
