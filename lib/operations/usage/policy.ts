import 'server-only';
import type { BudgetScope } from '#lib/contract/usage.ts';

/**
 * From which share of a budget on, in per cent, operators get an alert and the customer's owners a mail. Whoever asks is told in the chat
 * from half on. Half of one person's allowance is nobody else's business yet.
 */
export const TOLD_FROM = { person: 80, tenant: 50, global: 50 } as const satisfies Record<
  BudgetScope,
  number
>;

/** Every minute (graphile-worker's cron syntax). */
export const TELL_CRON = '* * * * *';
/** Notices that one run tells of. */
export const TELL_BATCH = 100;
