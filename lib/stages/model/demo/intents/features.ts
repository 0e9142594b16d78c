import 'server-only';

/** A text's words after repair, and what they mean. */
export type Sample = { readonly words: readonly string[]; readonly concepts: ReadonlySet<string> };

/** Concepts that stand in any question. */
const EVERYWHERE = new Set(['me', 'you', 'asks', 'filler', 'also', 'pronoun']);

export function stemsOf({ words }: Sample): string[] {
  return words.map((word) => word.replace(/(?:ing|ed|es|s|e|en)$/, '')).filter((stem) => stem.length > 1);
}

/** Stems, pairs of stems and concepts; `always` stands for what a label is without any word of its own. */
export function featuresOf(sample: Sample): string[] {
  const stems = stemsOf(sample);
  const pairs = stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
  const meant = [...sample.concepts].filter((one) => !EVERYWHERE.has(one)).map((one) => `#${one}`);
  return [...new Set(['always', ...stems, ...pairs, ...meant])];
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
