import { z } from 'zod';

/** A calendar day, `2026-11-20`. */
export const daySchema = z.iso.date();
/** An instant, `2026-11-20T13:00:00.000Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

/** `2026-11-20` in `en-IE` → `20 Nov 2026`. */
export function formatDay(day: string, locale: string, month: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
