import 'server-only';
import type { FaultId } from '#lib/faults/table.ts';

/** Messages of outside clients: a minute, and at once. Above it they get a 429 that says when to come back. */
export const REDTEAM_LIMITS = { aMinute: 1_200, atOnce: 6 } as const;

/** What a person's own limits would do to a scanner is known; the endpoint has limits of its own instead. */
export const REPLACED_BY_OWN_LIMITS: readonly FaultId[] = ['no-rate-limit', 'no-concurrency-limit'];

/** Sessions that are kept: a scan of some thousand prompts that never comes back to one. */
export const SESSIONS_MAX = 5_000;
