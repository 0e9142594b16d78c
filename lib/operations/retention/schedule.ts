import 'server-only';
import { MINUTE_MS } from '#lib/kernel/clock.ts';

/** When the job runs (graphile-worker's cron syntax) and how far back missed runs are made up for. */
export const PURGE_CRON = '7 * * * *';
export const PURGE_BACKFILL = '6h';
/** Temporary chats are promised by the hour, so they go within minutes. */
export const TEMPORARY_CRON = '*/5 * * * *';
/** The verifier, half an hour after the job; in a process without a worker every few minutes looks whether it is due. */
export const VERIFY_CRON = '37 * * * *';
export const VERIFY_EVERY_MS = 10 * MINUTE_MS;
