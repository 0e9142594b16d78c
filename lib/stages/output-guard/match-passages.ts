import 'server-only';
import { encodedForms } from './encodings.ts';
import { type GramSieve, gramSieve, printAfter } from './gram-sieve.ts';
import { PASSAGE_GRAM } from './policy.ts';

/** Every gram of the passages by its fingerprint, which seldom two have. */
export type Grams = { readonly byPrint: ReadonlyMap<number, readonly string[]>; readonly sieve: GramSieve };
const NONE: readonly string[] = [];
/** Grams by passage list: the prompt stage hands out one list for ever, so this is derived once, never per person. */
const KNOWN = new WeakMap<readonly string[], Grams>();

/** What a stretch of any passage consists of, in any of the encoded forms. */
export function passageGrams(passages: readonly string[]): Grams {
  const grams = KNOWN.get(passages) ?? gramsOf(passages);
  KNOWN.set(passages, grams);
  return grams;
}

/** Whether the letters from `start` on are a gram, of this print. They stand in a ring whose length is a power of two. */
export function isGram({ byPrint }: Grams, print: number, ring: Uint16Array, start: number): boolean {
  for (const gram of byPrint.get(print) ?? NONE) {
    let same = 0;
    while (same < PASSAGE_GRAM && gram.charCodeAt(same) === ring[(start + same) & (ring.length - 1)])
      same += 1;
    if (same === PASSAGE_GRAM) return true;
  }
  return false;
}

function gramsOf(passages: readonly string[]): Grams {
  const forms = passages.flatMap(encodedForms);
  const byPrint = new Map<number, string[]>();
  for (const form of forms) {
    let print = 0;
    for (let end = 1; end <= form.length; end += 1) {
      print = printAfter(print, form.charCodeAt(end - 1));
      if (end < PASSAGE_GRAM) continue;
      const gram = form.slice(end - PASSAGE_GRAM, end);
      const others = byPrint.get(print) ?? [];
      if (!others.includes(gram)) byPrint.set(print, [...others, gram]);
    }
  }
  return { byPrint, sieve: gramSieve(byPrint.keys()) };
}
