import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { errorCode } from '#lib/contract/errors.ts';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import type { Database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Profile } from '#lib/kernel/ports.ts';
import {
  CONVERSATION_KEPT_AT_MOST_MS,
  LEASE_MS,
  LIMITS,
  POLICY_VERSION,
  TEMPORARY_KEPT_MS,
} from './policy.ts';

/** What the caller prepared: ids it chose, the message sealed for its place, and, for a new conversation, its key. */
export type TurnOpening = {
  session: { personId: string; tenantId: string; role: string; sessionVersion: number; sessionId: string };
  ids: { turnId: string; userMessageId: string; answerMessageId: string; conversationId: string };
  idempotencyKey: string;
  bodyHash: Buffer<ArrayBuffer>;
  sequence: number;
  sealedMessage: Buffer<ArrayBuffer>;
  newConversation: {
    sealedTitle: Buffer<ArrayBuffer>;
    dataKeyId: string;
    kekId: string;
    wrapped: Buffer<ArrayBuffer>;
  } | null;
  replaces: string | null;
  temporary: boolean;
  requestId: string;
  versions: { model: string; prompt: string; price: string };
};

const turnSchema = z.object({
  turnId: z.uuid(),
  conversationId: z.uuid(),
  userMessageId: z.uuid(),
  answerMessageId: z.uuid(),
  answerSequence: z.int(),
  /** The tenant's own, null where it has none. It comes with the turn: no round trip of its own. */
  guardThreshold: z.number().nullable(),
});
const limitSchema = z.object({
  limit: z.int(),
  remaining: z.int(),
  resetS: z.number(),
  exceeded: z.boolean(),
  busy: z.boolean(),
});
const profileSchema = z.object({
  email: z.string(),
  label: z.string(),
  tenantName: z.string(),
  locale: z.string(),
  currency: z.string(),
  timeZone: z.string(),
});
const answerSchema = z.union([
  z.object({ refusal: errorCode, retryAfterS: z.number().optional(), limit: limitSchema.optional() }),
  z.object({ replay: turnSchema }),
  z.object({ stale: z.literal(true) }),
  z.object({ opened: turnSchema, limit: limitSchema, today: z.iso.date(), profile: profileSchema }),
]);

export type OpenedTurn = z.infer<typeof turnSchema>;
export type Admission =
  | { kind: 'opened'; turn: OpenedTurn; profile: Profile; today: string; headers: Record<string, string> }
  | { kind: 'replay'; turn: OpenedTurn }
  | { kind: 'stale' };

/**
 * May they ask now? One round trip decides on session, idempotency, kill switch and limits, and stores the message.
 * Throws `AppError`: `no_session`, `rate_limited`, `paused`, `in_progress`, `idempotency_conflict`, `not_found`, `malformed`.
 */
export async function openTurn(db: Database, opening: TurnOpening): Promise<Admission> {
  const rows = await db.$queryRaw<{ answer: unknown }[]>`
    SELECT cs.open_turn(${JSON.stringify(parameters(opening))}::jsonb, ${opening.sealedMessage}, ${opening.bodyHash},
      ${opening.newConversation?.sealedTitle ?? null}, ${opening.newConversation?.wrapped ?? null}) AS answer`;
  const answer = answerSchema.parse(rows[0]?.answer);
  if ('refusal' in answer) {
    const headers = answer.limit ? limitHeaders(answer.limit) : {};
    throw new AppError(answer.refusal, {
      headers,
      ...(answer.retryAfterS ? { retryAfterS: answer.retryAfterS } : {}),
    });
  }
  if ('replay' in answer) return { kind: 'replay', turn: answer.replay };
  if ('stale' in answer) return { kind: 'stale' };
  return {
    kind: 'opened',
    turn: answer.opened,
    profile: answer.profile,
    today: answer.today,
    headers: limitHeaders(answer.limit),
  };
}

function parameters(opening: TurnOpening): Record<string, unknown> {
  const { session, ids, newConversation, versions } = opening;
  return {
    ...session,
    ...ids,
    auditId: newId(),
    requestId: opening.requestId,
    idempotencyKey: opening.idempotencyKey,
    sequence: opening.sequence,
    replaces: opening.replaces,
    temporary: opening.temporary,
    dataKeyId: newConversation?.dataKeyId ?? null,
    kekId: newConversation?.kekId ?? null,
    turnsPerWindow: fault('no-rate-limit') ? 1_000_000 : LIMITS.turnsPerWindow,
    windowS: LIMITS.windowMs / SECOND_MS,
    concurrent: fault('no-concurrency-limit') ? 1_000_000 : LIMITS.concurrentTurns,
    leaseS: LEASE_MS / SECOND_MS,
    keptS: CONVERSATION_KEPT_AT_MOST_MS / SECOND_MS,
    temporaryKeptS: TEMPORARY_KEPT_MS / SECOND_MS,
    model: versions.model,
    promptVersion: versions.prompt,
    priceVersion: versions.price,
    policyVersion: POLICY_VERSION,
  };
}

/** The fields of the IETF draft "RateLimit header fields for HTTP". */
function limitHeaders(limit: z.infer<typeof limitSchema>): Record<string, string> {
  return {
    'RateLimit-Limit': String(limit.limit),
    'RateLimit-Remaining': String(limit.remaining),
    'RateLimit-Reset': String(Math.max(0, Math.ceil(limit.resetS))),
  };
}
