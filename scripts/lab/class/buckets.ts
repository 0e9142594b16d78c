/** So many a second go on, and so many may come at once. */
export type Limit = { readonly aSecond: number; readonly atOnce: number };

/** Keys that are remembered at a time: whoever was away longest is forgotten, and begins with a full bucket. */
const KEYS_MAX = 5_000;

/** A bucket for each key that fills by itself. `take` says whether there was one left, in milliseconds of any steady clock. */
export function createBuckets(limit: Limit): { take: (key: string, nowMs: number) => boolean } {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    take: (key, nowMs) => {
      const known = buckets.get(key) ?? { left: limit.atOnce, atMs: nowMs };
      const filled = known.left + ((nowMs - known.atMs) / 1000) * limit.aSecond;
      const left = Math.min(limit.atOnce, filled);
      buckets.delete(key);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, atMs: nowMs });
      const [oldest] = buckets.keys();
      if (buckets.size > KEYS_MAX && oldest !== undefined) buckets.delete(oldest);
      return left >= 1;
    },
  };
}
