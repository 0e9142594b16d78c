/** Time this thread has computed, in milliseconds: other work of the machine does not count, though it may slow a core down. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * By how much something is over its bound, measured until it is within it once, `rounds` times at most: a core that is
 * shared with others can only make it look slower than it is.
 */
export function leastOf(rounds: number, excess: () => number): number {
  let least = Infinity;
  for (let round = 0; round < rounds && least >= 0; round += 1) least = Math.min(least, excess());
  return least;
}
