import 'server-only';
import { LOOK_ALIKES } from '../screening-form.ts';
import { isMostlyLatin } from './mostly-latin.ts';

const FOREIGN = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`);
const OTHER_LETTER = /[^\P{L}a-z]/gu;

/**
 * The text with whole words of look-alike letters read as Latin ones; empty unless most letters are Latin. (Words that mix
 * scripts are folded in every screening form already.)
 */
export function readLookAlikes(form: string): string {
  if (!FOREIGN.test(form) || !isMostlyLatin(form)) return '';
  const read = form.replace(OTHER_LETTER, (letter) => LOOK_ALIKES[letter] ?? letter);
  return read === form ? '' : read;
}
