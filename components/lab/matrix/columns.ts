import type { Matrix, Usefulness } from '#lib/contract/lab/matrix.ts';
import { PROFILES, type Profile } from '#lib/contract/lab/profile.ts';
import type { Outcome } from '#lib/contract/lab/trace.ts';

/** One profile of the matrix: what came of the attacks, and of honest people. */
export type Column = {
  name: string;
  title: string;
  counts: Readonly<Record<Outcome, number>>;
  usefulness: Usefulness | null;
};

/** The measured profiles in teaching order, summed up. */
export function columnsOf(matrix: Matrix, profiles: readonly Profile[]): Column[] {
  const order: readonly string[] = PROFILES;
  return matrix.profiles
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((name) => ({
      name,
      title: profiles.find((profile) => profile.name === name)?.title ?? name,
      counts: countOutcomes(matrix, name),
      usefulness: matrix.benign[name] ?? null,
    }));
}

function countOutcomes(matrix: Matrix, profile: string): Record<Outcome, number> {
  const counts = { landed: 0, stopped: 0, 'not-tried': 0 };
  for (const { results } of matrix.attacks) {
    const outcome = results[profile]?.outcome;
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}

/** Share in whole per cent, rounded down: what is not all of it never reads 100 %. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100);
}
