import { randomUUID } from 'node:crypto';
import type { Card } from '#lib/contract/cards.ts';
import type { Claim, Finish, StageEvent, Suggestion } from '#lib/contract/chat.ts';
import { readEvents } from './read-events.ts';

/** What came of one message, as a browser would see it. */
export type Answer = {
  /** Null where the message was refused before a stream began. */
  readonly conversationId: string | null;
  readonly text: string;
  readonly finish: Finish | null;
  readonly tools: readonly string[];
  readonly cards: readonly Card[];
  readonly stages: readonly StageEvent[];
  readonly suggestions: readonly Suggestion[];
  /** What the application itself says of the figures in its answer. */
  readonly claims: readonly Claim[];
  /** A card was shown: a change waits for the person. */
  readonly proposed: boolean;
  /** From sending the message to the first text, in milliseconds. */
  readonly firstTextMs: number | null;
  /** A refusal or an `error` event. */
  readonly error: string | null;
};
/** `headers`: what goes along besides. */
export type Seat = {
  readonly url: string;
  readonly cookie: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Longest a turn may take before it counts as failed. */
const TURN_LIMIT_MS = 60_000;

/** Sends one message over the real route and reads the stream to its end. Never throws: failures are in `error`. */
export async function takeTurn(seat: Seat, text: string, conversationId: string | null): Promise<Answer> {
  const startedAt = performance.now();
  try {
    const response = await fetch(`${seat.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: seat.cookie, origin: seat.url, ...seat.headers },
      body: JSON.stringify({
        ...(conversationId ? { conversationId } : {}),
        text,
        idempotencyKey: randomUUID(),
      }),
      signal: AbortSignal.timeout(TURN_LIMIT_MS),
    });
    if (!response.ok || !response.body) {
      return {
        ...nothing(conversationId),
        error: `HTTP ${response.status} ${(await response.text()).slice(0, 200)}`,
      };
    }
    return await gather(response.body, conversationId, startedAt);
  } catch (error) {
    return { ...nothing(conversationId), error: error instanceof Error ? error.message : String(error) };
  }
}

async function gather(
  body: AsyncIterable<Uint8Array>,
  before: string | null,
  startedAt: number,
): Promise<Answer> {
  let { conversationId, text, finish, firstTextMs, error, proposed } = { ...nothing(before) };
  const tools: string[] = [];
  const cards: Card[] = [];
  const stages: StageEvent[] = [];
  let suggestions: readonly Suggestion[] = [];
  let claims: readonly Claim[] = [];
  for await (const { event, data } of readEvents(body)) {
    if (event === 'turn') conversationId = data.conversationId;
    if (event === 'stage') stages.push(data);
    if (event === 'approval') proposed = true;
    if (event === 'suggestions') suggestions = data.items;
    if (event === 'claims') claims = data.items;
    if (event === 'error') error = data.code;
    if (event === 'done') finish = data.finish;
    if (event === 'text') {
      firstTextMs ??= performance.now() - startedAt;
      text += data.delta;
    }
    if (event === 'tool' && data.status !== 'running') {
      tools.push(data.name);
      if (data.card) cards.push(data.card);
    }
  }
  const seen = { tools, cards, stages, suggestions, claims };
  return { conversationId, text, finish, ...seen, proposed, firstTextMs, error };
}

function nothing(conversationId: string | null): Answer {
  const empty = { text: '', finish: null, tools: [], cards: [], stages: [], suggestions: [], claims: [] };
  return { ...empty, conversationId, proposed: false, firstTextMs: null, error: null };
}
