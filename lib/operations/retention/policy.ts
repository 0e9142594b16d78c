import 'server-only';
import { DAY_MS, SECOND_MS } from '#lib/kernel/clock.ts';
import { EXPORT_KEPT_DAYS } from '#lib/contract/privacy.ts';
import { CONVERSATION_KEPT_MS, TEMPORARY_KEPT_MS } from '#lib/stages/admission/policy.ts';
import { SESSION_MAX_AGE_S } from '#lib/stages/identity/policy.ts';
import { CLAIMS, CONTRACT, DUTY, INTEREST, type RetentionRule, RIGHTS } from './rule.ts';

/**
 * What is kept for how long, and what happens then. The job, the verifier, `npm run retention`, the page and the records of
 * processing read this table; `cs.kept_by_default` repeats the periods and a CHECK the bounds: a test compares them.
 */
export const RETENTION_TABLE = {
  conversations: {
    label: 'Conversations',
    purpose: 'So that people can come back to what they asked',
    legalBasis: CONTRACT,
    keptMs: CONVERSATION_KEPT_MS,
    from: 'the last message',
    action: 'The data key is destroyed; messages, turns and handles are deleted',
    scope: 'row',
    override: { leastDays: 1, mostDays: 365 },
  },
  temporary_conversations: {
    label: 'Temporary conversations',
    purpose: 'A chat that leaves no history',
    legalBasis: CONTRACT,
    keptMs: TEMPORARY_KEPT_MS,
    from: 'the last message',
    action: 'As for conversations',
    scope: 'row',
    override: null,
  },
  tool_results: {
    label: 'Look-ups beside answers, and what was sent to the model',
    purpose: 'So that an answer shows what it rests on, and its person what a model was told',
    legalBasis: CONTRACT,
    keptMs: 30 * DAY_MS,
    from: 'the answer',
    action:
      'Cards, stages and markings of an answer and what was sent for it are deleted; its text stays with the conversation',
    scope: 'row',
    override: { leastDays: 1, mostDays: 90 },
  },
  security_logs: {
    label: 'Audit log',
    purpose: 'To find out and prove what happened',
    legalBasis: INTEREST,
    keptMs: 365 * DAY_MS,
    from: 'the entry, then to the end of its month',
    action: 'The whole month is dropped',
    scope: 'month',
    override: null,
  },
  usage: {
    label: 'Usage',
    purpose: 'To account for what the assistant cost',
    legalBasis: INTEREST,
    keptMs: 730 * DAY_MS,
    from: 'the entry, then to the end of its month',
    action: 'The whole month is dropped',
    scope: 'month',
    override: null,
  },
  approvals: {
    label: 'Approvals and what they did',
    purpose: 'The record of what was asked, shown, decided and done',
    legalBasis: DUTY,
    keptMs: 2557 * DAY_MS,
    from: 'the decision',
    action: 'Proposal, card and effect are deleted; the ledger keeps its own entries',
    scope: 'row',
    override: null,
  },
  cases: {
    label: 'Cases',
    purpose: 'So that a person at our side can answer, and go on answering',
    legalBasis: CONTRACT,
    keptMs: 365 * DAY_MS,
    from: 'the last answer; an open case waits for its answer',
    action: 'The data key is destroyed; the case, its texts and what was learnt from it are deleted',
    scope: 'row',
    override: { leastDays: 90, mostDays: 1095 },
  },
  mail: {
    label: 'Sent mail',
    purpose: 'To show that a notice was sent, and to send it again',
    legalBasis: CONTRACT,
    keptMs: 30 * DAY_MS,
    from: 'when it was sent, or written where it could not be',
    action: 'The mail is deleted from the outbox',
    scope: 'row',
    override: { leastDays: 7, mostDays: 90 },
  },
  exports: {
    label: 'Copies of one’s data',
    purpose: 'So that people can see and take along what is held about them',
    legalBasis: RIGHTS,
    keptMs: EXPORT_KEPT_DAYS * DAY_MS,
    from: 'when it was asked for; less where it is downloaded before',
    action: 'The key is destroyed, the file and its row are deleted',
    scope: 'row',
    override: null,
  },
  erasures: {
    label: 'Receipts of erasures',
    purpose: 'To prove that what was asked for was done; no content',
    legalBasis: RIGHTS,
    keptMs: 2557 * DAY_MS,
    from: 'the end of the erasure',
    action: 'The receipt is deleted',
    scope: 'row',
    override: null,
  },
  settings: {
    label: 'Settings of one’s own',
    purpose: 'So that conversations go as soon as their person wants',
    legalBasis: CONTRACT,
    keptMs: 0,
    from: 'the end of the account',
    action: 'The row is deleted with the account',
    scope: 'row',
    override: null,
  },
  search_counters: {
    label: 'Counters of searches',
    purpose: 'So that searching does not take the place of everything else; how often, never what for',
    legalBasis: INTEREST,
    keptMs: DAY_MS,
    from: 'the last search but those of its minute',
    action: 'The row is deleted',
    scope: 'row',
    override: null,
  },
  ended_sessions: {
    label: 'Signed-out sessions',
    purpose: 'So that a session that was signed out stays signed out',
    legalBasis: INTEREST,
    keptMs: SESSION_MAX_AGE_S * SECOND_MS,
    from: 'the sign-in',
    action: 'The row is deleted: by then the session has run out by itself',
    scope: 'row',
    override: null,
  },
  approval_nonces: {
    label: 'Tokens of decisions',
    purpose: 'So that a decision is made once, by whoever saw the card',
    legalBasis: INTEREST,
    keptMs: 0,
    from: 'their end',
    action: 'The row is deleted',
    scope: 'row',
    override: null,
  },
  holds: {
    label: 'Ended legal holds',
    purpose: 'To show why something was kept for longer',
    legalBasis: CLAIMS,
    keptMs: 1096 * DAY_MS,
    from: 'the release',
    action: 'The hold and the key of its reason are deleted',
    scope: 'row',
    override: null,
  },
  alerts: {
    label: 'Closed alerts',
    purpose: 'To see what went wrong before',
    legalBasis: INTEREST,
    keptMs: 365 * DAY_MS,
    from: 'when it was closed',
    action: 'The alert is deleted',
    scope: 'row',
    override: null,
  },
  receipts: {
    label: 'Receipts of retention',
    purpose: 'To prove that what was promised was done',
    legalBasis: INTEREST,
    keptMs: 730 * DAY_MS,
    from: 'the run',
    action: 'The receipt is deleted',
    scope: 'row',
    override: null,
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionCategory = keyof typeof RETENTION_TABLE;

/** A hold that nobody confirmed is not set again by the same administrator for so long. `cs.hold_again` repeats it. */
export const HOLD_AGAIN_MS = 30 * DAY_MS;

/** In one transaction: at most so many rows of a category, and with conversations at most so many messages (one more conversation than fits). */
export const PURGE_BATCH = 1_000;
export const PURGE_MESSAGES = 10_000;
