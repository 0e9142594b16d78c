import 'server-only';
import { fault } from '#faults';
import type { BudgetUnit } from '#lib/contract/usage.ts';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import type { Database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Profile } from '#lib/kernel/ports.ts';
import { chooseLimiter } from './choose-limiter.ts';
import type { Decided } from './limiter.ts';
import {
  CONVERSATION_KEPT_AT_MOST_MS,
  LEASE_MS,
  LIMITS,
  POLICY_VERSION,
  TEMPORARY_KEPT_MS,
} from './policy.ts';
import {
  limitHeaders,
  type OpenedTurn,
  type Refusal,
  type Standing,
  turnAnswerSchema,
} from './turn-answer.ts';

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
  /** The most that the turn can cost, taken from the budgets before it begins. */
  reserve: { unit: BudgetUnit; amount: number };
};

export type Admission =
  | {
      kind: 'opened';
      turn: OpenedTurn;
      profile: Profile;
      today: string;
      /** Budgets of the person and their customer, as they stood without this turn. */
      quota: readonly Standing[];
      headers: Record<string, string>;
    }
  | { kind: 'replay'; turn: OpenedTurn; headers: Record<string, string> }
  | { kind: 'stale' };

/**
 * May they ask now? Session, idempotency, kill switch, limits and budgets are decided, the most that the turn can cost is reserved and the
 * message is stored: in one round trip, after one of Redis where that keeps limits and budgets.
 * Throws `AppError`: `no_session`, `rate_limited`, `budget_exhausted`, `paused`, `in_progress`, `idempotency_conflict`, `not_found`,
 * `malformed`; `busy` where what keeps the limits does not answer.
 */
export function openTurn(db: Database, opening: TurnOpening, limiter = chooseLimiter()): Promise<Admission> {
  return limiter.decide(opening, (decided) => storeTurn(db, opening, decided));
}

/** The statement. `decided` is what another than PostgreSQL decided on limits and budgets; null lets PostgreSQL decide. */
async function storeTurn(db: Database, opening: TurnOpening, decided: Decided | null): Promise<Admission> {
  const rows = await db.$queryRaw<{ answer: unknown }[]>`
    SELECT cs.open_turn(${JSON.stringify(parameters(opening, decided))}::jsonb, ${opening.sealedMessage}, ${opening.bodyHash},
      ${opening.newConversation?.sealedTitle ?? null}, ${opening.newConversation?.wrapped ?? null}) AS answer`;
  const answer = turnAnswerSchema.parse(rows[0]?.answer);
  if ('refusal' in answer) throw refused(answer);
  if ('stale' in answer) return { kind: 'stale' };
  const headers = limitHeaders(answer.limit);
  if ('replay' in answer) return { kind: 'replay', turn: answer.replay, headers };
  const { opened: turn, profile, today } = answer;
  return { kind: 'opened', turn, profile, today, quota: decided?.quota ?? answer.quota, headers };
}

function refused({ refusal, retryAfterS, limit }: Refusal): AppError {
  return new AppError(refusal, {
    headers: limit ? limitHeaders(limit) : {},
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
  });
}

function parameters(opening: TurnOpening, decided: Decided | null): Record<string, unknown> {
  const { session, ids, newConversation, versions, reserve } = opening;
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
    tenantTurns: LIMITS.tenantTurnsPerWindow,
    tenantConcurrent: LIMITS.tenantConcurrentTurns,
    unit: reserve.unit,
    reserve: fault('reservation-skipped') ? 0 : reserve.amount,
    limiter: decided ? 'redis' : 'postgres',
    limit: decided?.window ?? null,
    refused: decided?.refusal ?? null,
    leaseS: LEASE_MS / SECOND_MS,
    keptS: CONVERSATION_KEPT_AT_MOST_MS / SECOND_MS,
    temporaryKeptS: TEMPORARY_KEPT_MS / SECOND_MS,
    model: versions.model,
    promptVersion: versions.prompt,
    priceVersion: versions.price,
    policyVersion: POLICY_VERSION,
  };
}
