import 'server-only';
import type { Finish, TurnEvent } from '#lib/contract/chat.ts';

type Done = Extract<TurnEvent, { event: 'done' }>;

/** The last event of a turn, with the mark of who wrote its text. */
export function doneEvent(messageId: string, finish: Finish, usage: Done['data']['usage']): Done {
  const generatedBy = finish === 'blocked' ? 'application' : 'model';
  return { event: 'done', data: { messageId, finish, generatedBy, usage } };
}
