import 'server-only';
import { encodedForms } from './encodings.ts';
import { type GramSieve, gramSieve, mayKnow, printAfter } from './gram-sieve.ts';
import { MATCHED, type Matcher } from './matcher.ts';
import { PASSAGE_GRAM, PASSAGE_MATCH } from './policy.ts';

/** Every gram of the passages by its fingerprint, which seldom two have. */
type Grams = { readonly byPrint: ReadonlyMap<number, readonly string[]>; readonly sieve: GramSieve };
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
    const isKnown = mayKnow(grams.sieve, print) && knows(grams, print, recent, place);
    run = isKnown ? run + 1 : 0;
    const length = isKnown ? run + PASSAGE_GRAM - 1 : 0;
    return length >= PASSAGE_MATCH ? MATCHED : length;
  };
}

/** Whether the last letters are a gram: in a ring whose oldest is at `place`. */
function knows({ byPrint }: Grams, print: number, ring: Uint16Array, place: number): boolean {
  for (const gram of byPrint.get(print) ?? []) {
    let same = 0;
    while (same < PASSAGE_GRAM && gram.charCodeAt(same) === ring[(place + same) % PASSAGE_GRAM]) same += 1;
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
