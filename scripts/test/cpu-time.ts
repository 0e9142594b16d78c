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

/** What `referenceMs` measures on the machine that the bounds were set on, at rest, in milliseconds. */
const REFERENCE_MS = 8;
const SAMPLE = 'pay 12.50 to jo.roe@partner.test by 1 March, please. '.repeat(400);

/** A fixed piece of the work that guards do: reading a text by patterns and putting it together again. */
function referenceMs(): number {
  const start = cpuMs();
  let read = 0;
  for (let round = 0; round < 8; round += 1)
    read += SAMPLE.replace(/[a-z]+|\d+/gu, (word) => word.toUpperCase()).length;
  if (read === 0) throw new Error('nothing was read');
  return cpuMs() - start;
}

// The first rounds cost what it takes to compile them.
for (let round = 0; round < 3; round += 1) referenceMs();

/** A bound in milliseconds of the machine it was set on, as this one has it now: a slower core gets as much more. */
export function onThisCore(ms: number): number {
  return ms * Math.max(1, referenceMs() / REFERENCE_MS);
}
