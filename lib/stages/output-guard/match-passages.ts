import 'server-only';
import { encodedForms } from './encodings.ts';
import { type GramSieve, gramSieve, mayKnow, printAfter } from './gram-sieve.ts';
import { MATCHED, type Matcher } from './matcher.ts';
import { PASSAGE_GRAM, PASSAGE_MATCH } from './policy.ts';

type Grams = { readonly known: ReadonlySet<string>; readonly sieve: GramSieve };
/** Grams by passage list: the prompt stage hands out one list for ever, so this is derived once, never per person. */
const KNOWN = new WeakMap<readonly string[], Grams>();

/** Finds a stretch of `PASSAGE_MATCH` letters and digits of any passage, in any of the encoded forms. */
export function matchPassages(passages: readonly string[]): Matcher {
  const grams = KNOWN.get(passages) ?? gramsOf(passages);
  KNOWN.set(passages, grams);
  const recent = new Uint16Array(PASSAGE_GRAM);
  let [place, print, run] = [0, 0, 0];

  return (code) => {
    recent[place] = code;
    place = (place + 1) % PASSAGE_GRAM;
    print = printAfter(print, code);
    const isKnown = mayKnow(grams.sieve, print) && grams.known.has(gramFrom(recent, place));
    run = isKnown ? run + 1 : 0;
    const length = isKnown ? run + PASSAGE_GRAM - 1 : 0;
    return length >= PASSAGE_MATCH ? MATCHED : length;
  };
}

/** The gram in a ring whose oldest letter is at `place`. */
function gramFrom(ring: Uint16Array, place: number): string {
  let gram = '';
  for (let index = 0; index < PASSAGE_GRAM; index += 1)
    gram += String.fromCharCode(ring[(place + index) % PASSAGE_GRAM] ?? 0);
  return gram;
}

function gramsOf(passages: readonly string[]): Grams {
  const forms = passages.flatMap(encodedForms);
  const known = new Set<string>();
  for (const form of forms) {
    for (let from = 0; from + PASSAGE_GRAM <= form.length; from += 1)
      known.add(form.slice(from, from + PASSAGE_GRAM));
  }
  return { known, sieve: gramSieve(forms) };
}
