import type { UsageTotals } from '#lib/contract/usage.ts';

type Day = { day: string; totals: UsageTotals };
const DAY_MS = 86_400_000;
/** More bars than that are no picture any more: then only the days on which something was used. */
const MOST_DAYS = 400;
const NOTHING: UsageTotals = {
  turns: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  estimated: 0,
  unpriced: 0,
};

/** Every day from the first to the last, also those on which nothing was used, so that a gap is seen as one. */
export function fillDays(from: string, to: string, days: readonly Day[]): readonly Day[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / DAY_MS) + 1;
  if (!(count > 0 && count <= MOST_DAYS)) return days;
  const known = new Map(days.map((one) => [one.day, one]));
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(first + index * DAY_MS).toISOString().slice(0, 10);
    return known.get(day) ?? { day, totals: NOTHING };
  });
}
