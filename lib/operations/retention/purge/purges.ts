import 'server-only';
import type { RetentionCategory } from '../policy.ts';
import { purgeApprovals } from './approvals.ts';
import type { Purge } from './batch.ts';
import { purgeCases } from './cases.ts';
import { destroyConversationKeys, purgeConversations, purgeOrphanKeys } from './conversations.ts';
import { purgeExports } from './exports.ts';
import { dropOldMonths, purgeStrayEntries } from './months.ts';
import {
  purgeAlerts,
  purgeEndedSessions,
  purgeErasures,
  purgeHolds,
  purgeMail,
  purgeNonces,
  purgeReceipts,
  purgeSearchCounters,
  purgeSettings,
} from './small-rows.ts';
import { purgeToolResults } from './tool-results.ts';

/**
 * How each category of the policy table goes: steps, each run in batches to its end before the next begins. Another category is a
 * row of that table, a file with its verb, and a line here.
 */
export const PURGES: Readonly<Record<RetentionCategory, () => readonly Purge[]>> = {
  conversations: () => [
    destroyConversationKeys({ temporary: false }),
    purgeConversations({ temporary: false }),
    purgeOrphanKeys,
  ],
  temporary_conversations: () => [
    destroyConversationKeys({ temporary: true }),
    purgeConversations({ temporary: true }),
  ],
  tool_results: () => [purgeToolResults],
  security_logs: () => [
    (tx) => dropOldMonths(tx, 'audit_entry'),
    (tx) => purgeStrayEntries(tx, 'audit_entry'),
  ],
  usage: () => [(tx) => dropOldMonths(tx, 'usage_entry'), (tx) => purgeStrayEntries(tx, 'usage_entry')],
  approvals: () => [purgeApprovals],
  cases: () => [purgeCases],
  mail: () => [purgeMail],
  exports: () => [purgeExports],
  erasures: () => [purgeErasures],
  settings: () => [purgeSettings],
  search_counters: () => [purgeSearchCounters],
  ended_sessions: () => [purgeEndedSessions],
  approval_nonces: () => [purgeNonces],
  holds: () => [purgeHolds],
  alerts: () => [purgeAlerts],
  receipts: () => [purgeReceipts],
};
