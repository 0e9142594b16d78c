/** Calendar arithmetic on days such as `2026-11-20`. */
export type Range = { readonly from: string; readonly to: string };

/** The whole calendar month that many months before the one `today` is in. */
export function monthsBefore(today: string, months: number): Range {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return { from: iso(Date.UTC(year, month - 1 - months, 1)), to: iso(Date.UTC(year, month - months, 0)) };
}

export function daysBefore(today: string, days: number): string {
  return iso(Date.parse(today) - days * 86_400_000);
}

/** The same day of an earlier month, or that month's last day. */
export function sameDayMonthsBefore(today: string, months: number): string {
  const { from, to } = monthsBefore(today, months);
  const date = `${from.slice(0, 8)}${today.slice(8)}`;
  return date > to ? to : date;
}

export function yearOf(today: string, yearsBack = 0): Range {
  const year = Number(today.slice(0, 4)) - yearsBack;
  return { from: `${year}-01-01`, to: yearsBack === 0 ? today : `${year}-12-31` };
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
