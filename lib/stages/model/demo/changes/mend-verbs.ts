import 'server-only';
import { repaired } from '../concepts.ts';
import { editDistance, isKnown } from '../spelling.ts';
import type { Language } from '../types.ts';

/** What a change is asked with and nothing is looked up with, so that the lexicon has none of it to repair towards. */
const VERBS =
  'retry pause unpause resume reactivate restart reinstate freeze unfreeze suspend discontinue hibernate reimburse reverse withdraw'.split(
    ' ',
  );
/** With their endings: "paused" is spelt right, and must not become "pause". */
const WORDS: readonly string[] = VERBS.flatMap((verb) => {
  const stem = verb.replace(/e$/, '');
  return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`];
});
const SPELT_RIGHT = new Set(WORDS);
/** Too short, or too near to another word, to be told by likeness. */
const SLIPS: ReadonlyMap<string, string> = new Map(
  `giv=give, gve=give, ad=add, seet=seat, seets=seats, plese=please, pleas=please, plase=please, plis=please, puse=pause, rety=retry, rerty=retry, retyr=retry, rtry=retry, paymet=payment, fialed=failed, faild=failed, paus=pause, unpuase=unpause, cancl=cancel, chnge=change, swich=switch`
    .split(', ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);
/** Shorter words are like too many others. */
const SHORTEST = 5;

/** Spelling mistakes repaired as everywhere, and before that in the words a change is asked with. */
export function mended(words: readonly string[], language: Language): string[] {
  if (language !== 'en') return repaired(words, language);
  return words.flatMap((word) => meantBy(word) ?? repaired([word], language));
}

function meantBy(word: string): string | undefined {
  const slip = SLIPS.get(word);
  if (slip !== undefined || SPELT_RIGHT.has(word)) return slip ?? word;
  if (word.length < SHORTEST || /\d/.test(word) || isKnown(word, 'en')) return undefined;
  const most = word.length <= 6 ? 1 : 1.6;
  const near = WORDS.filter((one) => one[0] === word[0])
    .map((one) => ({ one, distance: editDistance(word, one, most) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= most ? near.one : undefined;
}
