import 'server-only';
import { encodedForms } from './encodings.ts';
import type { Matcher } from './match-needles.ts';
import { PASSAGE_GRAM, PASSAGE_MATCH } from './policy.ts';

/** Grams by passage list: the prompt stage hands out one list for ever, so this is derived once, never per person. */
const KNOWN = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Finds a stretch of `PASSAGE_MATCH` letters and digits of any passage, in any of the encoded forms. */
export function matchPassages(passages: readonly string[]): Matcher {
  const grams = KNOWN.get(passages) ?? gramsOf(passages);
  KNOWN.set(passages, grams);
  let tail = '';
  let run = 0;

  function take(squashed: string): boolean {
    tail = (tail + squashed).slice(-PASSAGE_GRAM);
    run = grams.has(tail) ? run + 1 : 0;
    return run + PASSAGE_GRAM - 1 >= PASSAGE_MATCH;
  }

  return { take, live: () => (run === 0 ? 0 : run + PASSAGE_GRAM - 1) };
}

function gramsOf(passages: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (const form of passages.flatMap(encodedForms)) {
    for (let from = 0; from + PASSAGE_GRAM <= form.length; from += 1)
      grams.add(form.slice(from, from + PASSAGE_GRAM));
  }
  return grams;
}
