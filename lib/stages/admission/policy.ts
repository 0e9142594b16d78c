import 'server-only';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/kernel/clock.ts';

/** What one person may ask for. Checked and counted in the statement that opens the turn (`cs.open_turn`). */
export const LIMITS = {
  turnsPerWindow: 10,
  windowMs: MINUTE_MS,
  concurrentTurns: 3,
} as const;

/** A turn that has not closed by then is lost: its process died. Longer than any turn may take. */
export const LEASE_MS = 90 * SECOND_MS;
/** A whole turn, from opening to the last byte. */
export const TURN_DEADLINE_MS = 75 * SECOND_MS;
/** By then a turn's last byte has been read, or its reader has left: after the deadline, and before the lease runs out. */
export const READ_WITHIN_MS = 80 * SECOND_MS;

/** Every message moves a conversation's expiry this far ahead, where its customer has no period of their own. Shown beside the composer. */
export const CONVERSATION_KEPT_MS = 90 * DAY_MS;
/** What opening a turn asks for. The database cuts it to the customer's period (`cs.cap_expiry`). */
export const CONVERSATION_KEPT_AT_MOST_MS = 365 * DAY_MS;
export const TEMPORARY_KEPT_MS = HOUR_MS;

/**
 * The kill switch: how often flags are read, when a snapshot is too old to be believed (nothing begins or leaves then),
 * and when work that waits for a newer one is given up.
 */
export const FLAG_POLL_MS = 400;
export const FLAG_STALE_MS = SECOND_MS;
export const FLAG_GIVE_UP_MS = 5 * SECOND_MS;

/** Rules of the door: how old what is known of them may be when a request is let in, and how many there may be. */
export const ADDRESS_RULES_STALE_MS = SECOND_MS;
export const ADDRESS_RULES_MAX = 200;

/** Names the rules of this table in stored turns. Raise it with every change that alters a decision. */
export const POLICY_VERSION = '2026-11-20';
