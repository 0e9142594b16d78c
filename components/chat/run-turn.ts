import { applyEvent, beginTurn, type LiveTurn } from './live-turn.ts';
import type { Problem } from './wire/problem.ts';
import { readEvents } from './wire/read-events.ts';
import { postChat } from './wire/requests.ts';

export type TurnRequest = {
  conversationId: string | null;
  text: string;
  replaces: string | undefined;
  /** Begins, or goes on with, a conversation that is kept for an hour. */
  temporary: boolean;
  key: string;
  signal: AbortSignal;
};

/** `refused` before the stream; `lost` when the connection ended without `done`; `stopped` by the person. */
export type Outcome = { end: 'done' | 'stopped' | 'lost' } | { end: 'refused'; problem: Problem };

/** How often text on screen is renewed while it streams. */
const PAINT_MS = 40;

/** Sends one message and reports the turn as it grows. Never rejects. */
export async function runTurn(
  request: TurnRequest,
  report: (turn: LiveTurn, conversationId?: string) => void,
): Promise<Outcome> {
  const { conversationId, text, replaces, temporary, key, signal } = request;
  let turn = beginTurn(text, replaces);
  let paintedMs = 0;
  try {
    const body = {
      text,
      idempotencyKey: key,
      ...(conversationId && { conversationId }),
      ...(replaces && { replaces }),
      ...(temporary && { temporary }),
    };
    const answered = await postChat(body, signal);
    if (!answered.ok) return { end: 'refused', problem: answered.problem };
    for await (const event of readEvents(answered.value)) {
      turn = applyEvent(turn, event);
      if (event.event === 'text' && performance.now() - paintedMs < PAINT_MS) continue;
      paintedMs = performance.now();
      report(turn, event.event === 'turn' ? event.data.conversationId : undefined);
    }
  } catch {
    // Aborted, or the connection broke: the turn so far tells which.
  }
  if (turn.finish !== null) return { end: 'done' };
  report({ ...turn, finish: signal.aborted ? 'aborted' : 'error' });
  return { end: signal.aborted ? 'stopped' : 'lost' };
}
