import 'server-only';
import { withFaults } from '#faults';
import type { Planted } from '../list-switches.ts';

/** Runs `work` with what is planted. Where nothing is, any process will do: also one that could plant nothing. */
export function withPlanted<T>({ faults }: Planted, work: () => T): T {
  return faults.length === 0 ? work() : withFaults(faults, work);
}
