import { keepFeatures } from '#lib/stages/input-guard/classifier/feature-list.ts';
import type { Features } from '#lib/stages/input-guard/classifier/feature-list.ts';
import { readFeatures } from '#lib/stages/input-guard/classifier/read-features.ts';
import { screeningForm } from '#lib/stages/input-guard/screening-form.ts';
import { listViews } from '#lib/stages/input-guard/views/list-views.ts';
import type { Item } from '../read-items.ts';
import type { Example } from './learn-weights.ts';
import { roleOf } from './select-items.ts';

/** In so many different wordings a feature must occur: what only one template has is learned by heart, and tells nothing of others. */
const FEWEST_WORDINGS = 6;

export function toExample(item: Item): Example {
  const views = listViews(item.text, screeningForm(item.text)).map(({ text }) =>
    keepFeatures(readFeatures(text)),
  );
  return { views, isAttack: item.label === 'attack', weight: roleOf(item)?.weight ?? 0 };
}

/** In how many wordings each feature occurs: sentences of one template, and what was made from one text, are one. */
export function countWordings(
  items: readonly Item[],
  size: number,
  idsOf: (index: number) => readonly Int32Array[],
): Uint16Array {
  const byWording = Map.groupBy(items.keys(), (index) => items[index]?.template ?? items[index]?.text ?? '');
  const counts = new Uint16Array(size);
  const last = new Int32Array(size);
  let wording = 0;
  for (const indexes of byWording.values()) {
    wording += 1;
    for (const index of indexes)
      for (const ids of idsOf(index))
        for (const id of ids) {
          if (last[id] === wording) continue;
          last[id] = wording;
          counts[id] = Math.min(0xffff, (counts[id] ?? 0) + 1);
        }
  }
  return counts;
}

/** The features that enough wordings have, in order. */
export function frequentFeatures(counts: Uint16Array): Int32Array {
  let size = 0;
  for (const count of counts) if (count >= FEWEST_WORDINGS) size += 1;
  const frequent = new Int32Array(size);
  let next = 0;
  for (let id = 0; id < counts.length; id += 1) {
    if ((counts[id] ?? 0) < FEWEST_WORDINGS) continue;
    frequent[next] = id;
    next += 1;
  }
  return frequent;
}

/** The examples with each feature named anew, without those for which the answer is -1. */
export function renameFeatures(examples: readonly Example[], nameOf: (id: number) => number): Example[] {
  return examples.map((example) => ({
    ...example,
    views: example.views.map((features) => renameIn(features, nameOf)),
  }));
}

function renameIn(features: Features, nameOf: (id: number) => number): Features {
  const { ids, ends, tokens } = features;
  const names = new Int32Array(ids.length);
  const newEnds = new Int32Array(tokens);
  let count = 0;
  let at = 0;
  for (let token = 0; token < tokens; token += 1) {
    for (const end = ends[token] ?? 0; at < end; at += 1) {
      const name = nameOf(ids[at] ?? 0);
      if (name < 0) continue;
      names[count] = name;
      count += 1;
    }
    newEnds[token] = count;
  }
  return { ...features, ids: names.slice(0, count), ends: newEnds };
}
