import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import { CONVERSATION_KEPT_MS, TEMPORARY_KEPT_MS } from '#lib/stages/admission/policy.ts';
import { SESSION_MAX_AGE_S } from '#lib/stages/identity/policy.ts';

/** What is kept for how long, and what happens then. The job, the pages and the docs read this table. */
export const RETENTION_TABLE = {
  conversations: {
    purpose: 'So that people can come back to what they asked',
    keptMs: CONVERSATION_KEPT_MS,
    from: 'the last message',
    action: 'Messages, turns and handles are deleted and the data key is destroyed',
  },
  temporary_conversations: {
    purpose: 'A chat that leaves no history',
    keptMs: TEMPORARY_KEPT_MS,
    from: 'the last message',
    action: 'As for conversations',
  },
  ended_sessions: {
    purpose: 'So that a session that was signed out stays signed out',
    keptMs: SESSION_MAX_AGE_S * SECOND_MS,
    from: 'the sign-in',
    action: 'The row is deleted: by then the session has run out by itself',
  },
} as const;

/** Conversations removed per statement, so that no other transaction waits long. */
export const PURGE_BATCH = 1_000;
/** When the job runs (graphile-worker's cron syntax) and how far back missed runs are made up for. */
export const PURGE_CRON = '7 * * * *';
export const PURGE_BACKFILL = '6h';
