import 'server-only';
import { findAmounts } from './find-amounts.ts';
import { findDays } from './find-days.ts';
import { findStatuses } from './find-statuses.ts';
import type { Mention, Reading } from './mention.ts';
import { plainForm } from './plain-form.ts';

/** Every amount, day and status that a text states, in order of their places. */
export function findClaims(text: string, reading: Reading): Mention[] {
  const plain = plainForm(text);
  const { mentions: days, rest } = findDays(plain, reading);
  return [...days, ...findAmounts(rest, reading), ...findStatuses(plain)].toSorted(
    (a, b) => a.start - b.start,
  );
}
