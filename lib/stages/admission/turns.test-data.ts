import 'server-only';
import { randomBytes } from 'node:crypto';
import { database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { MadePerson } from '#scripts/test/make-person.ts';
import type { Limiter } from './limiter.ts';
import { openTurn, type TurnOpening } from './open-turn.ts';
import { settleTurn } from './settle-turn.ts';

export const MODEL = 'a-model';

/** What a person asks for in a new conversation. */
export function opening(
  { viewer }: MadePerson,
  reserve: TurnOpening['reserve'],
  more: Partial<TurnOpening> = {},
): TurnOpening {
  return {
    session: {
      personId: viewer.personId,
      tenantId: viewer.homeTenantId,
      role: viewer.role,
      sessionVersion: 1,
      sessionId: newId(),
    },
    ids: { turnId: newId(), userMessageId: newId(), answerMessageId: newId(), conversationId: newId() },
    idempotencyKey: newId(),
    bodyHash: Buffer.alloc(32, 1),
    sequence: 1,
    sealedMessage: randomBytes(40),
    newConversation: {
      sealedTitle: randomBytes(20),
      dataKeyId: newId(),
      kekId: 'kek-1',
      wrapped: randomBytes(60),
    },
    replaces: null,
    temporary: false,
    requestId: newId(),
    versions: { model: MODEL, prompt: 'p', price: 'r' },
    reserve,
    ...more,
  };
}

export const open = (limiter: Limiter, asked: TurnOpening) => openTurn(database('app'), asked, limiter);

/** Ends a turn as `lib/turn/close.ts` does. Returns whether it was still running. */
export async function settle(
  limiter: Limiter,
  { viewer }: MadePerson,
  { turnId, spent, reserved }: { turnId: string; spent: number; reserved: number },
): Promise<boolean> {
  const usage = { inputTokens: 1, outputTokens: 1, estimated: false, model: MODEL, priceVersion: 'r' };
  const isBooked = await withViewer(viewer, (tx) =>
    settleTurn(viewer, tx, {
      ...usage,
      turnId,
      finish: 'stop',
      costMicroUsd: spent,
      reservedMicroUsd: reserved,
    }),
  );
  if (isBooked) await limiter.ended(turnId, Math.min(spent, reserved));
  return isBooked;
}
