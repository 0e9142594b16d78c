import 'server-only';
import { dropInvisible } from '#lib/kernel/characters.ts';

/** Letters that look like Latin ones (Unicode confusables, the common subset), in both cases after lower-casing. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', ғ: 'f', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o',
  р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o',
  ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w', ɑ: 'a', ɡ: 'g', ı: 'i', ɩ: 'i', օ: 'o', ս: 'u', հ: 'h',
}; // prettier-ignore
const WORD = /[\p{L}\p{M}]+/gu;
/** The look-alikes that belong to the Latin script: in a Turkish word an ı is at home, and read as an i all the same. */
const LATIN_ALIKE = /[ɑɡıɩ]/g;
const OTHER_ALIKE = new RegExp(
  `[${Object.keys(LOOK_ALIKES)
    .filter((letter) => !letter.match(LATIN_ALIKE))
    .join('')}]`,
);
const LATIN = /[a-z]/;
/** Where scripts meet inside a word. */
const MIXED = /[a-z][^\0-\x7f]|[^\0-\x7f][a-z]/;
const NOT_ASCII = /[^\0-\x7f]/;
/** Anything but visible ASCII, tabs and line ends: most messages have none and need no folding. */
const NOT_PLAIN = /[^\t\n\x20-\x7e]/;
const JOINERS = /[\u200c-\u200d\ufe0e-\ufe0f\u{e0020}-\u{e007f}]/gu;
const EMPHASIS = /[*_~]/;
const SPACING = /[^\S\n ]| {2}/;

/**
 * The form that rules are matched against, never stored or shown: compatibility-folded (NFKC), without any joiner,
 * lower case, look-alike letters of mixed words as Latin, straight quotes, no emphasis marks, single spaces. Lines stay lines.
 */
export function screeningForm(text: string): string {
  const folded = NOT_PLAIN.test(text) ? foldLetters(text) : text.toLowerCase();
  const bare = EMPHASIS.test(folded) ? dropEmphasis(folded) : folded;
  const spaced = SPACING.test(bare) ? bare.replace(/[^\S\n]+/g, ' ') : bare;
  return spaced.includes('\n') ? spaced.replace(/ ?\n\s*/g, '\n') : spaced;
}

/** A screening form with its lines joined, but for those that some rules look for the start of. */
export function joinLines(form: string): string {
  return form.includes('\n') ? form.replace(/\n(?!#|system|developer|\[|<)/g, ' ') : form;
}

function foldLetters(text: string): string {
  const bare = dropInvisible(text).replace(JOINERS, '');
  return foldLookAlikes(bare.normalize('NFKC').toLowerCase())
    .replace(/[‘’‛`´ʼ]/g, "'")
    .replace(/[“”„]/g, '"');
}

function dropEmphasis(text: string): string {
  return text.replace(/[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?=\s|$)/g, (marks) =>
    marks.startsWith('_') ? marks : '',
  );
}

function foldLookAlikes(text: string): string {
  const read = text.replace(LATIN_ALIKE, (letter) => LOOK_ALIKES[letter] ?? letter);
  if (!OTHER_ALIKE.test(read) || !MIXED.test(read)) return read;
  return read.replace(WORD, (word) =>
    NOT_ASCII.test(word) && LATIN.test(word)
      ? [...word].map((letter) => LOOK_ALIKES[letter] ?? letter).join('')
      : word,
  );
}
