import 'server-only';
import { isPlain } from './parts-of.ts';

/** The shortest credential of all shapes has fifteen characters. */
const SHORT_MAX = 14;

/**
 * Characters that stay what they are when a word is read as a person reads it, and with which neither an address
 * (`@`) nor a web address (`://`, `www.`) can be written.
 */
const HARMLESS = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (code < 0x80 || isPlain(character)) && !'@/wW'.includes(character) ? 1 : 0;
});

/** False for most words: they are too short for a credential and have nothing that an address needs. */
export function mayHide(word: string): boolean {
  if (word.length > SHORT_MAX) return true;
  for (let index = 0; index < word.length; index += 1) {
    if (HARMLESS[word.charCodeAt(index)] !== 1) return true;
  }
  return false;
}
