import type { Item } from '../read-items.ts';
import { hashOf } from '../random.ts';

/** What an item teaches. `null`: it is never trained on. */
export type Role = { readonly weight: number } | null;

/** The set of mixed licences: evaluated on, never trained on. */
const EVALUATE_ONLY = /malicious_prompts\.csv|malignant/;
/** Look innocent without their context: an order to translate something is no attack by itself. */
const INNOCENT_ALONE =
  /instruction-alone(?::|$)|^agentdojo-goal-alone|^agentdojo(?:-embedded)?:direct|^indirect-embedded:/;
/** Many copies of few wordings: this many of each kind are enough. */
const COPIES = /^(?:asb-|agentdojo)/;
const MAX_COPIES = 60;
/** Attacks that others collected are few beside those the grammar writes. */
const GRAMMAR = /^grammar:/;
const COLLECTED_WEIGHT = 6;
const TWIN_WEIGHT = 4;
/** How much innocent kinds count. What customers of ours say weighs most: nobody honest should be flagged. */
const INNOCENT_WEIGHTS: readonly { readonly kind: RegExp; readonly weight: number }[] = [
  { kind: /^(?:twins|talk)$/, weight: TWIN_WEIGHT },
  { kind: /^(?:billing questions|trigger words|long talk)$/, weight: 8 },
  { kind: /^own-example$/, weight: 8 },
  { kind: /banking-query|customer-support|assistant-query/, weight: 3 },
  { kind: /^hard$/, weight: 6 },
  { kind: /over-defense|exaggerated-safety|wildguard-benign|role-play-act-as|^general$/, weight: 1.5 },
];

/**
 * Pairs that were written one by one, an attack and what an honest person says in nearly the same words. They teach the most, and are few
 * beside sentences that a template writes by the dozen.
 */
const BY_HAND = /^grammar:\w+\.subtle$/;
const BY_HAND_FACTOR = 6;

/** Whether and how strongly an item is learned from. */
export function roleOf(item: Item): Role {
  if (EVALUATE_ONLY.test(item.source)) return null;
  const factor = BY_HAND.test(item.source) ? BY_HAND_FACTOR : 1;
  if (item.label === 'attack')
    return INNOCENT_ALONE.test(item.kind)
      ? null
      : { weight: GRAMMAR.test(item.source) ? factor : COLLECTED_WEIGHT };
  const known = INNOCENT_WEIGHTS.find(({ kind }) => kind.test(item.kind))?.weight;
  // Of the grammar, what stands under a kind of attacks is their twin.
  return { weight: (known ?? (GRAMMAR.test(item.source) ? TWIN_WEIGHT : 1)) * factor };
}

/** What is learned from, each text once, copies capped, mixed by a hash: the files' order does not matter. */
export function selectItems(items: readonly Item[]): Item[] {
  const copies = new Map<string, number>();
  const seen = new Set<string>();
  return items
    .map((item) => ({ item, place: `${hashOf(item.text)} ${item.text} ${item.label} ${item.kind}` }))
    .toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .flatMap(({ item }) => {
      if (seen.has(item.text) || !roleOf(item)) return [];
      seen.add(item.text);
      if (!COPIES.test(item.kind) || item.label === 'benign') return [item];
      const count = (copies.get(item.kind) ?? 0) + 1;
      copies.set(item.kind, count);
      return count <= MAX_COPIES ? [item] : [];
    });
}
