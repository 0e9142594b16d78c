'use client';

import { FilterLinks } from './filter-links.tsx';
import { useLocale } from './locale.tsx';

/** How many months back one can look from here; older ones can be asked about. */
const MONTHS = 6;

/** The newest months as links, the one that runs now first. `latest` and `current` as `2026-11`. */
export function MonthLinks({ latest, current }: { latest: string; current: string | null }) {
  const locale = useLocale();
  const name = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const [year = 0, month = 0] = latest.split('-').map(Number);
  const months = Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)));
  return (
    <div className="mb-8">
      <FilterLinks
        name="month"
        label="Month"
        options={months.map((date) => ({ value: date.toISOString().slice(0, 7), label: name.format(date) }))}
        current={current}
        keep={{}}
        all={null}
      />
    </div>
  );
}
