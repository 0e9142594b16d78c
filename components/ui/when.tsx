'use client';

import { useLocale } from '#components/bill/locale.tsx';

const SHORT = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
const LONG = { dateStyle: 'medium', timeStyle: 'short' } as const;

type WhenProps = {
  /** As ISO 8601. */
  at: string;
  timeZone: string;
  /** With the year: for what may be long ago. */
  long?: boolean;
};

/** An instant as the tenant's locale writes it, where the person lives: `20 Nov, 14:05`. */
export function When({ at, timeZone, long = false }: WhenProps) {
  const format = new Intl.DateTimeFormat(useLocale(), { ...(long ? LONG : SHORT), timeZone });
  return (
    <time dateTime={at} className="tabular whitespace-nowrap" suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  );
}
