const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_DAYS = 365;

/** `90 days`, `1 hour`, `2 years`: how a period reads. 0: what carries its own end. */
export function periodWords(ms: number): string {
  if (ms === 0) return 'Until they run out';
  if (ms < DAY_MS) return counted(Math.round(ms / HOUR_MS), 'hour');
  const days = Math.round(ms / DAY_MS);
  // Seven years are 2,557 days, three 1,096: leap days are counted.
  const years = Math.floor(days / YEAR_DAYS);
  if (years >= 1 && days - years * YEAR_DAYS <= Math.ceil(years / 4)) return counted(years, 'year');
  return counted(days, 'day');
}

/** `1 conversation`, `1,204 conversations`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}
