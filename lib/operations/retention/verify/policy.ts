import 'server-only';
import { DAY_MS, HOUR_MS } from '#lib/kernel/clock.ts';

/** What is late by less waits for the next run of the job; a month that was in use waits for a quiet moment. */
export const OVERDUE_GRACE_MS = { row: 3 * HOUR_MS, month: 2 * DAY_MS } as const;
/** Without a receipt for so long the job counts as standing still. */
export const RECEIPT_MAX_AGE_MS = 26 * HOUR_MS;
