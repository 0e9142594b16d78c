import 'server-only';
import { THRESHOLD } from './classifier/policy.ts';
import { type AttackMemory, NOTHING } from './memory/remember.ts';

/** What a text is measured by, beside the rules, which are everybody's. */
export type Measure = {
  /** Logarithm of the odds above which the classifier flags, within `THRESHOLD_BOUNDS`. */
  readonly threshold: number;
  /** What agents confirmed as attacks, of every tenant. */
  readonly attacks: AttackMemory;
};

/** What is shipped: it holds wherever a tenant has nothing of its own. */
export const SHIPPED: Measure = { threshold: THRESHOLD, attacks: NOTHING };

/** The measure of a tenant; a threshold of null means that it has none of its own. */
export function measureOf(own: { threshold: number | null; attacks: AttackMemory }): Measure {
  return { threshold: own.threshold ?? SHIPPED.threshold, attacks: own.attacks };
}
