import { findPersonalData } from '#lib/kernel/personal-data/find-personal-data.ts';
import { GENERATED_SETS, type GeneratedSet, makeSet } from './generated-sets.ts';
import { type Share, shareOf } from './wilson.ts';

export type SetScore = {
  name: string;
  measure: GeneratedSet['measure'];
  result: Share;
  target: number;
  isMet: boolean;
};

/** Each generated set against its target. */
export function scoreSets(seed: number, size: number): SetScore[] {
  return GENERATED_SETS.map((set) => {
    const result = shareOf(makeSet(set, seed, size).filter((sample) => counts(set, sample)).length, size);
    const isMet = set.measure === 'found' ? result.share >= set.target : result.share <= set.target;
    return { name: set.name, measure: set.measure, result, target: set.target, isMet };
  });
}

/** Found: the whole value, by its kind. Flagged: anything of these kinds. */
export function counts(set: GeneratedSet, { text, value }: { text: string; value: string }): boolean {
  const found = findPersonalData(text).filter(({ kind }) => set.kinds.includes(kind));
  if (set.measure === 'flagged') return found.length > 0;
  const start = text.indexOf(value);
  return found.some((span) => span.start <= start && span.end >= start + value.length);
}
