/** A share with its Wilson score interval at 95 %. */
export type Share = { count: number; of: number; share: number; low: number; high: number };

const Z = 1.959964;

/** Wilson 1927: unlike the usual interval it holds for shares near 0 and 1 and for few samples. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 };
  const share = count / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { count, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
