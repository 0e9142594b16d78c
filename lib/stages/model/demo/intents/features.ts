import 'server-only';

/** A text's words after repair, and what they mean. */
export type Sample = { readonly words: readonly string[]; readonly concepts: ReadonlySet<string> };

/** Concepts that stand in any question. */
const EVERYWHERE = new Set(['me', 'you', 'asks', 'filler', 'also', 'pronoun']);

/** From so many letters on a word has a beginning and an ending of its own. */
const LONG_WORD = 7;

export function stemsOf({ words }: Sample): string[] {
  return words.map(stemOf).filter((stem) => stem.length > 1);
}

function stemOf(word: string): string {
  return word.replace(/(?:ing|ed|es|s|e|en)$/, '');
}

/** Beginnings and endings of long words: "Monatspreis" is a price by its ending, and a slip seldom touches both. */
function endsOf({ words }: Sample): string[] {
  return words.flatMap(endsOfWord);
}

function endsOfWord(word: string): string[] {
  return word.length < LONG_WORD ? [] : [`${word.slice(0, 5)}-`, `-${word.slice(-5)}`];
}

/** Which share of a text's words is known, a word of which only an end is known counted as half of one. */
export function knownShare({ words }: Sample, knows: (feature: string) => boolean): number {
  const shares = words.flatMap((word) => {
    const stem = stemOf(word);
    if (stem.length < 2) return [];
    return [knows(stem) ? 1 : endsOfWord(word).some(knows) ? 0.5 : 0];
  });
  return shares.reduce((sum: number, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** Stems, pairs of stems side by side and with one between, concepts and pairs of those; `always` stands for what a label is without any word of its own. */
export function featuresOf(sample: Sample): string[] {
  const stems = stemsOf(sample);
  const pairs = stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
  const meant = [...sample.concepts].filter((one) => !EVERYWHERE.has(one)).map((one) => `#${one}`);
  const skips = stems.slice(2).map((stem, at) => `${stems[at]}__${stem}`);
  const together = meant.toSorted().flatMap((one, at, all) => all.slice(at + 1).map((other) => one + other));
  return [...new Set(['always', ...stems, ...pairs, ...skips, ...together, ...meant, ...endsOf(sample)])];
}

/** …and each stem and concept once more, as said after a question of this kind. */
export function featuresAfter(earlier: string, sample: Sample): string[] {
  const stems = stemsOf(sample);
  const meant = [...sample.concepts].filter((one) => one !== 'asks').map((one) => `#${one}`);
  const single = [...new Set([...stems, ...meant])].map((one) => `${earlier}>${one}`);
  return [
    ...featuresOf(sample),
    earlier,
    ...single,
    sample.words.length <= 4 ? 'short' : sample.words.length <= 9 ? 'middle' : 'long',
  ];
}
