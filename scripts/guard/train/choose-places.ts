/** A feature, and what it is worth to have it. */
export type Candidate = { readonly id: number; readonly worth: number };

/** The best first; the same order everywhere. */
export const byWorth = (a: Candidate, b: Candidate): number => b.worth - a.worth || a.id - b.id;

/**
 * Gives the places to the features that are worth most, each its own or the one beside it, as long as one of the two is free. The
 * answer is each place's mark.
 */
export function choosePlaces(candidates: readonly Candidate[], places: number, marks: number): Uint8Array {
  const chosen = new Uint8Array(places);
  const isTaken = new Uint8Array(places);
  for (const { id } of candidates.toSorted(byWorth)) {
    const own = Math.floor(id / marks);
    const place = [own, own ^ 1].find((one) => isTaken[one] === 0);
    if (place === undefined) continue;
    isTaken[place] = 1;
    chosen[place] = id % marks;
  }
  return chosen;
}
