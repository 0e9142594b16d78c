'use client';

import { formatDay } from '#lib/contract/dates.ts';
import { useLocale } from './locale.tsx';

/** `2026-11-20` as the tenant's locale writes it. */
export function Day({ value, month = 'short' }: { value: string; month?: 'short' | 'long' }) {
  const locale = useLocale();
  return (
    <time dateTime={value} className="tabular whitespace-nowrap" suppressHydrationWarning>
      {formatDay(value, locale, month)}
    </time>
  );
}

/** From one day to another, both included. */
export function Period({ start, end }: { start: string; end: string }) {
  return (
    <span>
      <Day value={start} /> – <Day value={end} />
    </span>
  );
}
