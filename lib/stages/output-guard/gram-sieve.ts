import 'server-only';
import { PASSAGE_GRAM } from './policy.ts';

/** Says of most grams that do not occur in the passages that they do not, without looking them up. */
export type GramSieve = Uint32Array;

/** Bits of a fingerprint that count. Of so many places, the real system text takes one in sixteen. */
const PLACE_BITS = 18;
/** So far each letter moves those before it: after a gram's length, a letter has left the 32 bits of a fingerprint. */
const SHIFT = 32 / PASSAGE_GRAM;
/** 2³² by the golden ratio spreads the codes of letters over all bits (Knuth, The Art of Computer Programming, 6.4). */
const SPREAD = 0x9e3779b1;

/** The fingerprint of the last letters of a text: of a gram's length and no more, whatever came before. */
export function printAfter(print: number, code: number): number {
  return ((print << SHIFT) + Math.imul(code, SPREAD)) | 0;
}

/** A sieve of every gram of these texts. */
export function gramSieve(texts: readonly string[]): GramSieve {
  const sieve = new Uint32Array(2 ** PLACE_BITS / 32);
  for (const text of texts) {
    let print = 0;
    for (let index = 0; index < text.length; index += 1) {
      print = printAfter(print, text.charCodeAt(index));
      const place = print >>> (32 - PLACE_BITS);
      if (index + 1 >= PASSAGE_GRAM) sieve[place >>> 5] = (sieve[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }
  return sieve;
}

/** False: no text of the sieve has a gram with this fingerprint. */
export function mayKnow(sieve: GramSieve, print: number): boolean {
  const place = print >>> (32 - PLACE_BITS);
  return ((sieve[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
}
