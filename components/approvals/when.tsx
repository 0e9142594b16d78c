'use client';

import { useLocale } from '#components/bill/locale.tsx';

/** An instant as day and time where the viewer lives. */
export function When({ instant, timeZone }: { instant: string; timeZone: string }) {
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <time dateTime={instant} className="tabular whitespace-nowrap" suppressHydrationWarning>
      {format.format(new Date(instant))}
    </time>
  );
}
