/** A share with its Wilson score interval at 95 % (Wilson 1927), all between 0 and 1. */
export type Share = {
  readonly found: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

const Z = 1.959964;

/** `found` of `of`; nothing of nothing is 0, and nothing is known of it: from 0 to 1. */
export function wilson(found: number, of: number): Share {
  if (of === 0) return { found, of, share: 0, low: 0, high: 1 };
  const share = found / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { found, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
