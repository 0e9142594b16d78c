import 'server-only';
import { fault } from '#faults';
import { ROLE_TABLE } from '#lib/contract/roles.ts';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { keyedHash } from '#lib/kernel/cipher/keyed-hash.ts';
import { database, withViewer } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { type ProposalFact, readFacts } from '#lib/stages/approvals/read-facts.ts';
import { openTurn } from '#lib/stages/admission/open-turn.ts';
import { TOKENS_PER_TURN } from '#lib/stages/admission/policy.ts';
import type { OpenedTurn } from '#lib/stages/admission/turn-answer.ts';
import { type Place, readPlace } from '#lib/stages/history/read-place.ts';
import { beginConversation, sealMessage } from '#lib/stages/history/seal-message.ts';
import { measureOf } from '#lib/stages/input-guard/measure.ts';
import { knownAttacks } from '#lib/stages/input-guard/memory/known-attacks.ts';
import type { Redacted } from '#lib/stages/input-guard/redact.ts';
import { chooseModel, modelsInUse } from '#lib/stages/model/choose-model.ts';
import { priceVersionOf } from '#lib/stages/model/price-of.ts';
import { reserveFor } from '#lib/stages/model/reserve-for.ts';
import { PROMPT_VERSION } from '#lib/stages/prompt/policy.ts';
import type { Turn, TurnRequest } from './types.ts';

export type Opening =
  | { kind: 'opened'; turn: Turn; headers: Record<string, string> }
  | { kind: 'replay'; viewer: Viewer; turn: OpenedTurn; headers: Record<string, string> };

/** How often a message may lose the race for its sequence number (two tabs at once) before it is `busy`. */
const MAX_ATTEMPTS = 4;

/** Seals the message for its place and asks for admission; stored and admitted in the same statement. */
export async function openFor(request: TurnRequest, message: Redacted): Promise<Opening> {
  const startedMs = monotonicMs();
  const { session } = request;
  const viewer: Viewer = { personId: session.personId, role: session.role, homeTenantId: session.tenantId };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const { place, admission, isNew } = await attemptOpening(viewer, request, message.text);
    if (admission.kind === 'stale') continue;
    if (admission.kind === 'replay') return { ...admission, viewer };
    // A lost turn goes on where it was stored, which is not where this request would have put it.
    const isResumed = isNew.turnId !== admission.turn.turnId;
    const { dataKey, earlier, changes } = isResumed
      ? await findPlace(viewer, admission.turn.conversationId, admission.turn.userMessageId)
      : place;
    const turn: Turn = {
      ...admission.turn,
      ...message,
      viewer,
      dataKey,
      earlier,
      changes,
      session,
      profile: admission.profile,
      today: admission.today,
      quota: admission.quota,
      table: env().PERSONAL_DATA,
      measure: measureOf({ threshold: admission.turn.guardThreshold, attacks: knownAttacks() }),
      model: request.model ?? chooseModel(),
      requestId: request.requestId,
      showRules: ROLE_TABLE[viewer.role].staff || env().DEMO,
      admissionMs: monotonicMs() - startedMs,
      left: request.left,
    };
    return { kind: 'opened', turn, headers: admission.headers };
  }
  throw new AppError('busy', { retryAfterS: 1 });
}

type FoundPlace = Place & { changes: ProposalFact[] };

async function findPlace(
  viewer: Viewer,
  conversationId: string,
  replaces: string | undefined,
): Promise<FoundPlace> {
  return withViewer(viewer, async (tx) => ({
    ...(await readPlace(viewer, tx, { conversationId, replaces })),
    changes: await readFacts(viewer, tx, conversationId),
  }));
}

async function attemptOpening(viewer: Viewer, request: TurnRequest, text: string) {
  const { body, session } = request;
  const known = body.conversationId;
  const ids = {
    turnId: newId(),
    userMessageId: newId(),
    answerMessageId: newId(),
    conversationId: known ?? newId(),
  };
  const begun = known === undefined ? await beginConversation(viewer, ids.conversationId, text) : null;
  const place: FoundPlace = begun
    ? { dataKey: begun.dataKey, sequence: 1, earlier: [], changes: [] }
    : await findPlace(viewer, ids.conversationId, body.replaces);
  const { dataKey, sequence } = place;
  const model = (request.model ?? chooseModel()).name;
  const admission = await openTurn(database('app'), {
    session,
    ids,
    sequence,
    idempotencyKey: fault('idempotency-ignored') ? newId() : body.idempotencyKey,
    bodyHash: keyedHash('chat-body', JSON.stringify([known, body.text, body.replaces, body.temporary])),
    sealedMessage: sealMessage(
      viewer,
      dataKey,
      { conversationId: ids.conversationId, messageId: ids.userMessageId, sequence },
      text,
    ),
    newConversation: begun
      ? {
          sealedTitle: begun.sealedTitle,
          dataKeyId: begun.stored.id,
          kekId: begun.stored.kekId,
          wrapped: begun.stored.wrapped,
        }
      : null,
    replaces: body.replaces ?? null,
    temporary: body.temporary ?? false,
    requestId: request.requestId,
    versions: { model, prompt: PROMPT_VERSION, price: priceVersionOf(model) },
    reserve: reserveFor(request.model ? [model] : modelsInUse(), TOKENS_PER_TURN),
  });
  return { place, admission, isNew: { turnId: ids.turnId } };
}
