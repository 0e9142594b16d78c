import 'server-only';
import { z } from 'zod';
import { errorCode } from '#lib/contract/errors.ts';
import { instantSchema } from '#lib/contract/dates.ts';
import { LIMITS } from './policy.ts';
import { SECOND_MS } from '#lib/kernel/clock.ts';

const turnSchema = z.object({
  turnId: z.uuid(),
  conversationId: z.uuid(),
  userMessageId: z.uuid(),
  answerMessageId: z.uuid(),
  answerSequence: z.int(),
  /** What it holds of the budgets: micro-USD, or tokens of a model without a price. */
  reservedMicroUsd: z.int(),
  reservedTokens: z.int(),
  /** The tenant's own, null where it has none. It comes with the turn: no round trip of its own. */
  guardThreshold: z.number().nullable(),
});
export type OpenedTurn = z.infer<typeof turnSchema>;

/** A person's window of turns, this turn counted in `remaining`. */
export const windowSchema = z.object({
  limit: z.int(),
  remaining: z.int(),
  resetS: z.number(),
  exceeded: z.boolean(),
  busy: z.boolean(),
});
export type TurnWindow = z.infer<typeof windowSchema>;

/** One budget as it stood when the turn was opened, without the turn. */
export const standingSchema = z.object({
  scope: z.enum(['person', 'tenant']),
  period: z.enum(['day', 'month']),
  used: z.int(),
  limit: z.int(),
  resetsAt: instantSchema,
});
export type Standing = z.infer<typeof standingSchema>;

const profileSchema = z.object({
  email: z.string(),
  label: z.string(),
  tenantName: z.string(),
  locale: z.string(),
  currency: z.string(),
  timeZone: z.string(),
});

export const refusalSchema = z.object({
  refusal: errorCode,
  retryAfterS: z.number().optional(),
  limit: windowSchema.optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** What `cs.open_turn` answers with. */
export const turnAnswerSchema = z.union([
  refusalSchema,
  z.object({ replay: turnSchema, limit: windowSchema }),
  z.object({ stale: z.literal(true) }),
  z.object({
    opened: turnSchema,
    limit: windowSchema,
    quota: z.array(standingSchema),
    today: z.iso.date(),
    profile: profileSchema,
  }),
]);

/** The limit itself, which every answer of the chat route says: so many turns in so many seconds. */
export const LIMIT_HEADERS: Readonly<Record<string, string>> = {
  'RateLimit-Limit': String(LIMITS.turnsPerWindow),
  'RateLimit-Policy': `${LIMITS.turnsPerWindow};w=${LIMITS.windowMs / SECOND_MS}`,
};

/** The fields of the IETF draft "RateLimit header fields for HTTP". */
export function limitHeaders(window: TurnWindow): Record<string, string> {
  return {
    ...LIMIT_HEADERS,
    'RateLimit-Limit': String(window.limit),
    'RateLimit-Remaining': String(window.remaining),
    'RateLimit-Reset': String(Math.max(0, Math.ceil(window.resetS))),
  };
}
