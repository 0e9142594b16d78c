const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long there is left to decide, in plain words: "2 days", "5 hours", "14 minutes", "40 seconds". Null when it is over. */
export function timeLeft(expiresAt: string, nowMs: number): string | null {
  const leftMs = Date.parse(expiresAt) - nowMs;
  if (leftMs <= 0) return null;
  if (leftMs >= 2 * DAY_MS) return `${Math.floor(leftMs / DAY_MS)} days`;
  if (leftMs >= 2 * HOUR_MS) return `${Math.floor(leftMs / HOUR_MS)} hours`;
  if (leftMs >= 2 * MINUTE_MS) return `${Math.floor(leftMs / MINUTE_MS)} minutes`;
  const seconds = Math.ceil(leftMs / 1000);
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** How long those words stay true: every second near the end, else a while. */
export function tickMs(expiresAt: string, nowMs: number): number {
  return Date.parse(expiresAt) - nowMs > 3 * MINUTE_MS ? 15_000 : 1_000;
}
