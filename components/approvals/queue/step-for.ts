/** Which row a key leads to from row `now` (-1: none yet) of `count`, or null for a key that moves nothing. */
export function stepFor(key: string, now: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return Math.min(now + 1, count - 1);
    case 'k':
    case 'ArrowUp':
      return Math.max(now - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
