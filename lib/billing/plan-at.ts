import 'server-only';
import type { PlanCode } from '#lib/contract/brand.ts';

/** The plan that ran at the end of `day`: the newest change up to then that names one. */
export function planAt(
  changes: readonly { changedOn: string; toPlan: PlanCode | null }[],
  day: string,
): PlanCode | null {
  return changes.findLast((change) => change.toPlan !== null && change.changedOn <= day)?.toPlan ?? null;
}
