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

/** Finds any of the needles (already squashed) in a stream. Needles are few and mostly random, so partial matches are rare. */
export function matchNeedles(needles: readonly string[]): Matcher {
  let partial: { needle: string; length: number }[] = [];

  function take(squashed: string): boolean {
    const begun = needles.filter((needle) => needle[0] === squashed).map((needle) => ({ needle, length: 1 }));
    const grown = partial.filter(({ needle, length }) => needle[length] === squashed);
    for (const match of grown) match.length += 1;
    partial = [...grown, ...begun];
    return partial.some(({ needle, length }) => length === needle.length);
  }

  return { take, live: () => partial.reduce((longest, { length }) => Math.max(longest, length), 0) };
}
