import 'server-only';
import { cardSchema } from '#lib/contract/cards.ts';
import { canonicalise } from '#lib/stages/input-guard/canonicalise.ts';
import type { StepOutcome } from './propose-change.ts';

/** Third parties write into a ledger too: neither the model nor a card gets their hidden or reordering characters. */
export function canonicalOutcome(outcome: StepOutcome): StepOutcome {
  const json = JSON.stringify(canonicalValue(JSON.parse(outcome.json)));
  const { card } = outcome;
  return { ...outcome, json, ...(card ? { card: cardSchema.parse(canonicalValue(card)) } : {}) };
}

/** Value by value: in serialised JSON a line separator would become a raw newline, and end the JSON. */
function canonicalValue(value: unknown): unknown {
  if (typeof value === 'string') return canonicalise(value);
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, canonicalValue(item)]));
}
