import { MARKS, PLACES } from '#lib/stages/input-guard/classifier/policy.ts';
import type { PlaceTable } from '#lib/stages/input-guard/classifier/place-table.ts';

/** A feature, and what it is worth to have it: the size of its weight by the root of how many wordings have it. */
export type Candidate = { readonly id: number; readonly worth: number };

/** The best first; the same order everywhere. */
export const byWorth = (a: Candidate, b: Candidate): number => b.worth - a.worth || a.id - b.id;

/** Gives the places to the features that are worth most, each its own or the one beside it, as long as one of the two is free. */
export function choosePlaces(candidates: readonly Candidate[]): PlaceTable {
  const table = new Uint8Array(2 * PLACES);
  const isTaken = new Uint8Array(PLACES);
  for (const { id } of candidates.toSorted(byWorth)) {
    const own = Math.floor(id / MARKS);
    const place = [own, own ^ 1].find((one) => isTaken[one] === 0);
    if (place === undefined) continue;
    isTaken[place] = 1;
    table[2 * place] = id % MARKS;
  }
  return table;
}
