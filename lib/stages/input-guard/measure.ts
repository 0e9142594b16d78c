import 'server-only';
import { THRESHOLD } from './classifier/policy.ts';

/** What a text is measured by, beside the rules, which are everybody's. */
export type Measure = {
  /** Logarithm of the odds above which the classifier flags, within `THRESHOLD_BOUNDS`. */
  readonly threshold: number;
};

/** What is shipped: it holds wherever a tenant has nothing of its own. */
export const SHIPPED: Measure = { threshold: THRESHOLD };

/** The measure of a tenant; null means that it has no threshold of its own. */
export function measureOf(own: { threshold: number | null }): Measure {
  return { threshold: own.threshold ?? SHIPPED.threshold };
}
