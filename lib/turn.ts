import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { askDetector } from '#lib/stages/input-guard/detectors/ask-detector.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';
import { screen } from '#lib/stages/input-guard/screen.ts';
import { openVault } from '#lib/stages/input-guard/vault/open-vault.ts';
import { composePrompt } from '#lib/stages/prompt/compose-prompt.ts';
import { suggestNext } from '#lib/stages/tools/suggest-next.ts';
import { answer } from './turn/answer.ts';
import { lateClaims, noteClaims } from './turn/claims.ts';
import { closeTurn } from './turn/close.ts';
import { doneEvent } from './turn/done-event.ts';
import { openFor } from './turn/open.ts';
import { noteQuota } from './turn/quota.ts';
import { createRecord, noteError, noteStage, type TurnRecord } from './turn/record.ts';
import { noteHidden, noteRemoved } from './turn/redacted.ts';
import { refuse } from './turn/refuse.ts';
import { replayTurn } from './turn/replay.ts';
import { turnSignal, whyBroken } from './turn/signals.ts';
import type { Turn, TurnRequest } from './turn/types.ts';

/**
 * One message, from what a person typed to the last event they see: identity → admission → input-guard → prompt →
 * model ⇄ tools → output-guard → history + audit. Refusals before the message is stored are thrown as `AppError`;
 * after that every end is an event, and `done` is always the last one.
 */
export async function startTurn(
  request: TurnRequest,
): Promise<{ events: AsyncGenerator<TurnEvent>; headers: Record<string, string> }> {
  const message = prepareMessage(request.body.text);
  const opening = await openFor(request, message);
  if (opening.kind === 'replay') return { events: replayTurn(opening), headers: opening.headers };
  return { events: runTurn(opening.turn), headers: opening.headers };
}

async function* runTurn(turn: Turn): AsyncGenerator<TurnEvent> {
  const record = createRecord();
  const { signal, release } = turnSignal(turn);
  let isClosed = false;
  try {
    yield { event: 'turn', data: { turnId: turn.turnId, conversationId: turn.conversationId } };
    yield noteStage(turn, record, 'identity', { verdict: 'pass' });
    yield noteStage(turn, record, 'admission', { verdict: 'pass', ms: turn.admissionMs });
    yield* noteQuota(turn);
    yield* walk(turn, record, signal);
    yield* finish(turn, record);
    isClosed = true;
    await closeTurn(turn, record);
  } catch (error) {
    const code = whyBroken(error, turn);
    if (code) yield noteError(record, code);
  } finally {
    if (!isClosed)
      await closeTurn(turn, record).catch((error: unknown) =>
        noteError(record, whyBroken(error, turn) ?? 'internal'),
      );
    release();
  }
  yield* lateClaims(record);
  const { inputTokens, outputTokens } = record.usage;
  const usage = { inputTokens, outputTokens, costMicroUsd: record.costMicroUsd };
  yield doneEvent(turn.answerMessageId, record.finish, usage);
}

/** The stages between admission and history. */
async function* walk(turn: Turn, record: TurnRecord, signal: AbortSignal): AsyncGenerator<TurnEvent> {
  yield* noteRemoved(turn, record);
  const screening = screen(turn.text, turn.measure);
  yield noteStage(turn, record, 'input-guard', screening);
  if (screening.verdict === 'block') return yield* refuse(record);
  const vault = openVault([BRAND.supportEmail, BRAND.supportPhone], turn);
  const { viewer, earlier: history, text: userText } = turn;
  const prompt = composePrompt({ ...turn, role: viewer.role, history, userText, hide: vault.hide });
  yield* noteHidden(turn, record, prompt.question);
  const second = await askDetector(prompt.question, signal);
  if (second) yield noteStage(turn, record, 'input-guard', second);
  yield noteStage(turn, record, 'prompt', { verdict: 'pass' });
  yield* answer(turn, record, prompt, vault, signal);
}

/** What follows the text: its figures checked, buttons, and the two stages that hold once the turn is stored. */
async function* finish(turn: Turn, record: TurnRecord): AsyncGenerator<TurnEvent> {
  yield* noteClaims(turn, record);
  yield noteStage(turn, record, 'history', { verdict: 'pass' });
  yield noteStage(turn, record, 'audit', { verdict: 'pass' });
  const items = suggestNext(turn.viewer.role, record.lastTool, record.offered);
  record.trace.suggestions.push(...items);
  if (items.length > 0) yield { event: 'suggestions', data: { items } };
}
