'use client';

import { useLocale } from '#components/bill/locale.tsx';

/** An instant as the tenant's locale writes it, where the person lives: `20 Nov, 14:05`. */
export function When({ at, timeZone }: { at: string; timeZone: string }) {
  const locale = useLocale();
  const words = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at));
  return (
    <time dateTime={at} className="tabular whitespace-nowrap" suppressHydrationWarning>
      {words}
    </time>
  );
}
