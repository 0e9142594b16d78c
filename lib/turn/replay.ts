import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { readAnswer } from '#lib/stages/history/read-answer.ts';
import { doneEvent } from './done-event.ts';
import type { Opening } from './open.ts';

/** The stored answer of a message that was sent before, as the events it was first sent with. No model is asked. */
export async function* replayTurn(opening: Extract<Opening, { kind: 'replay' }>): AsyncGenerator<TurnEvent> {
  const { viewer, turn } = opening;
  const { turnId, conversationId, answerMessageId: messageId } = turn;
  yield { event: 'turn', data: { turnId, conversationId } };
  const { trace, text, finish, ...usage } = await withViewer(viewer, (tx) =>
    readAnswer(viewer, tx, { turnId, conversationId, messageId }),
  );
  for (const data of trace.stages) yield { event: 'stage', data };
  for (const data of trace.tools) yield { event: 'tool', data };
  // A card is read afresh, with its state: a replay mints no second nonce.
  if (text !== '') yield { event: 'text', data: { delta: text } };
  if (trace.claims.length > 0) yield { event: 'claims', data: { items: trace.claims } };
  if (trace.suggestions.length > 0) yield { event: 'suggestions', data: { items: trace.suggestions } };
  yield doneEvent(messageId, finish, usage);
}
