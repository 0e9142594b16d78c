import { screen } from '#lib/stages/input-guard/screen.ts';

const SHORT = 200;
const LONG = 2_000;
const WARM_UP = 3_000;
const MEASURED = 5_000;
const LONG_MEASURED = 300;

export type Times = {
  readonly shortP50Us: number;
  readonly shortP99Us: number;
  readonly longMeanUs: number;
};

/** Microseconds a message takes: up to 200 characters (median, 99th percentile), and 2,000 characters (mean). */
export function measureTime(texts: readonly string[]): Times {
  const short = texts.filter((text) => text.length <= SHORT);
  const heap = texts.join(' ');
  const long = Array.from({ length: LONG_MEASURED }, (_, index) => {
    const from = (index * LONG) % Math.max(1, heap.length - LONG);
    return heap.slice(from, from + LONG);
  });
  for (let round = 0; round < WARM_UP; round += 1) screen(short[round % short.length] ?? '');
  const times = Array.from({ length: MEASURED }, (_, index) =>
    timeUs(short[index % short.length] ?? ''),
  ).toSorted((a, b) => a - b);
  const began = cpuUs();
  for (const text of long) screen(text);
  const longUs = cpuUs() - began;
  return {
    shortP50Us: quantile(times, 0.5),
    shortP99Us: quantile(times, 0.99),
    longMeanUs: longUs / long.length,
  };
}

/** Time this thread has computed: a mean over what others had the processor for says nothing. */
function cpuUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function timeUs(text: string): number {
  const began = performance.now();
  screen(text);
  return (performance.now() - began) * 1_000;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
