import 'server-only';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/kernel/clock.ts';

/**
 * What may be asked for. Turns are counted in the statement that opens one (`cs.open_turn`, or Redis before it); what one turn may use is
 * held to by the turn itself (`lib/turn/meter.ts`). Tokens are counted as providers report them, before that by bytes: no tokenizer makes
 * more tokens than bytes. The most of them, at the model's price, is what a turn reserves.
 */
export const LIMITS = {
  /** Of one person, in any window of this length. */
  turnsPerWindow: 10,
  windowMs: MINUTE_MS,
  concurrentTurns: 3,
  /** Of one customer, all its people together. */
  tenantTurnsPerWindow: 120,
  tenantConcurrentTurns: 30,
  /** Of one turn, all its calls of the model together. */
  inputTokensPerTurn: 200_000,
  outputTokensPerTurn: 40_000,
  /** Of one turn, in bytes of what look-ups hand the model. */
  toolResultBytesPerTurn: 64_000,
  callsPerTurn: 12,
  stepsPerTurn: 6,
} as const;

/** What the most that a turn can cost is made of. */
export const TOKENS_PER_TURN = {
  inputTokens: LIMITS.inputTokensPerTurn,
  outputTokens: LIMITS.outputTokensPerTurn,
} as const;

/**
 * What may be spent in a day and in a month (UTC), in micro-USD, where the database holds no other budget; and in tokens, for a model
 * whose price nobody knows. `cs.budget_by_default` repeats it: a test compares them.
 */
export const BUDGETS = {
  micro_usd: {
    person: { day: 5_000_000, month: 40_000_000 },
    tenant: { day: 25_000_000, month: 250_000_000 },
    global: { day: 500_000_000, month: 5_000_000_000 },
  },
  tokens: {
    person: { day: 5_000_000, month: 40_000_000 },
    tenant: { day: 25_000_000, month: 250_000_000 },
    global: { day: 500_000_000, month: 5_000_000_000 },
  },
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

/** Redis: how long it may take to answer and to be connected; what takes longer is `busy`. And how old a limit it holds may be. */
export const REDIS_TIMEOUT_MS = 500;
export const REDIS_CONNECT_MS = 2 * SECOND_MS;
export const LIMIT_FRESH_MS = 10 * SECOND_MS;
/** So long after its lease a turn that the database does not know was never opened. */
export const NEVER_OPENED_MS = 30 * SECOND_MS;

/** Rules of the door: how old what is known of them may be when a request is let in, and how many there may be. */
export const ADDRESS_RULES_STALE_MS = SECOND_MS;
export const ADDRESS_RULES_MAX = 200;

/** Names the rules of this table in stored turns. Raise it with every change that alters a decision. */
export const POLICY_VERSION = '2026-11-26';
