import 'server-only';

/** Letters and digits only, lower case, full-width folded: spacing, punctuation and emphasis cannot hide a match. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** One character of the squashed stream at a time. `live`: how many of the last ones a match may still begin with. */
export type Matcher = { take: (squashed: string) => boolean; live: () => number };

type Partial = { needle: string; length: number };
const NONE: readonly Partial[] = [];

/** Finds any of the needles (already squashed) in a stream. Needles are few and mostly random, so partial matches are rare. */
export function matchNeedles(needles: readonly string[]): Matcher {
  const byFirst = Map.groupBy(needles, (needle) => needle.charAt(0));
  let partial = NONE;

  function take(squashed: string): boolean {
    const begun = byFirst.get(squashed);
    if (!begun && partial === NONE) return false;
    const grown = partial.flatMap(({ needle, length }) =>
      needle[length] === squashed ? [{ needle, length: length + 1 }] : [],
    );
    const all = [...grown, ...(begun ?? []).map((needle) => ({ needle, length: 1 }))];
    partial = all.length === 0 ? NONE : all;
    return all.some(({ needle, length }) => length === needle.length);
  }

  return { take, live: () => partial.reduce((longest, { length }) => Math.max(longest, length), 0) };
}
