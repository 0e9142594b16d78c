import { keepFeatures } from '#lib/stages/input-guard/classifier/feature-list.ts';
import { readFeatures } from '#lib/stages/input-guard/classifier/read-features.ts';
import { screeningForm } from '#lib/stages/input-guard/screening-form.ts';
import { listViews } from '#lib/stages/input-guard/views/list-views.ts';
import { readGrammars, writeItems } from '../grammar/read-grammar.ts';
import { readOwnExamples } from '../own-examples.ts';
import type { Item } from '../read-items.ts';
import { type Example, learnWeights } from './learn-weights.ts';
import { type Quantised, quantise } from './quantise.ts';
import { roleOf, selectItems } from './select-items.ts';
import { widen } from './widen-items.ts';

/** Sentences that each template of the grammar writes at most. */
export const PER_TEMPLATE = 25;
export const EPOCHS = 8;

export type Trained = { readonly quantised: Quantised; readonly examples: number; readonly attacks: number };

/** What is learned from besides the sets: the grammar's sentences and the demonstration model's examples. */
export function ownItems(): Item[] {
  return [...readGrammars().flatMap((grammar) => writeItems(grammar, PER_TEMPLATE)), ...readOwnExamples()];
}

/** Trains on these items; the same items give the same weights, in whatever order they come. */
export function trainGuard(items: readonly Item[], tell: (done: number) => void): Trained {
  const examples = widen(selectItems(items)).map(toExample);
  const learned = learnWeights(examples, EPOCHS, tell);
  const attacks = examples.filter(({ isAttack }) => isAttack).length;
  return { quantised: quantise(learned), examples: examples.length, attacks };
}

function toExample(item: Item): Example {
  const views = listViews(item.text, screeningForm(item.text)).map(({ text }) =>
    keepFeatures(readFeatures(text)),
  );
  return { views, isAttack: item.label === 'attack', weight: roleOf(item)?.weight ?? 0 };
}
