import type { ChatRequest, TurnEvent } from '#lib/contract/chat.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { ModelPort } from '#lib/kernel/model-port.ts';
import { startTurn } from '#lib/turn.ts';
import { chatOverHttp } from '../http/call-app.ts';
import { createAdversary } from './adversary.ts';
import type { Command, Say } from './commands.ts';
import type { Episode, Person } from './episode.ts';
import { refusedWith } from './refused-with.ts';

/** One message of a person, answered by the adversary, through the real turn. */
export async function takeTurn(
  episode: Episode,
  say: Say,
  act: (command: Command) => Promise<void>,
): Promise<void> {
  const person = episode.people[say.who];
  episode.turns += 1;
  episode.steps += 1;
  const [turn, { step }] = [episode.turns, episode];
  const place = { conversationId: placeOf(episode, person, say) };
  const token = `tok${person.tag}x${turn}`;
  const model = createAdversary({
    episode,
    who: say.who,
    turn,
    rounds: say.rounds,
    conversationId: () => place.conversationId ?? '',
    act,
  });
  const body = await writeBody(episode, person, say, { turn, token, ...place });
  try {
    const events =
      say.over === 'http'
        ? await chatOverHttp(episode, person, body, model)
        : await startHere(person, body, model);
    for await (const event of events) {
      if (event.event === 'turn') {
        const { conversationId, turnId } = event.data;
        place.conversationId = conversationId;
        if (!person.conversations.includes(conversationId)) person.conversations.push(conversationId);
        markSaid(episode, person, { conversationId, turnId, token, replaces: say.replaces === true });
      }
      noteEvent(episode, person, { turn, step }, event);
    }
  } catch (error) {
    const code = refusedWith(episode, error);
    episode.notes.push({ kind: 'refused', who: say.who, step, code, verb: 'say' });
  }
}

async function startHere(
  person: Person,
  body: ChatRequest,
  model: ModelPort,
): Promise<AsyncIterable<TurnEvent>> {
  const left = new AbortController();
  const request = { session: person.session, body, requestId: newId(), left: left.signal, model };
  return (await startTurn(request)).events;
}

/** Exactly what the page would be sent. */
function noteEvent(
  episode: Episode,
  person: Person,
  { turn, step }: { turn: number; step: number },
  event: TurnEvent,
): void {
  if (event.event === 'approval') noteCard(episode, person, event.data, step);
  if (event.event === 'error' && (event.data.code === 'internal' || event.data.code === 'not_eligible'))
    episode.assertions.push(`turn: ${event.data.code}`);
  const text = JSON.stringify(event.data);
  const { role } = person.viewer;
  const atMs = performance.now();
  episode.sent.push({ who: person.who, role, step, turn, event: event.event, text, atMs });
}

async function writeBody(
  episode: Episode,
  person: Person,
  say: Say,
  { turn, token, conversationId }: { turn: number; token: string; conversationId: string | undefined },
): Promise<ChatRequest> {
  const replaces = say.replaces && conversationId ? await firstMessage(episode, conversationId) : undefined;
  const key = say.key ? `${say.key}-${person.viewer.personId}` : newId();
  if (say.key) episode.notes.push({ kind: 'key', who: say.who, key, turnStep: turn });
  return {
    text: say.key ? say.text : `${say.text} ${token}`,
    idempotencyKey: key,
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

type Card = Episode['shown'][number]['card'];

/** A card that somebody was shown, with its nonce. */
export function noteCard(episode: Episode, person: Person, card: Card, step: number): void {
  if (!episode.cards.includes(card.approvalId)) episode.cards.push(card.approvalId);
  episode.shown.push({ who: person.who, role: person.viewer.role, step, card });
  if (card.nonce === null) return;
  episode.nonces.push({
    value: card.nonce,
    proposalId: card.approvalId,
    who: person.who,
    issuedAtS: episode.aheadS,
    usedIn: null,
  });
}

function markSaid(
  episode: Episode,
  person: Person,
  said: { conversationId: string; turnId: string; token: string; replaces: boolean },
): void {
  if (said.replaces) {
    for (const note of episode.notes)
      if (note.kind === 'said' && note.conversationId === said.conversationId) note.isReplaced = true;
  }
  const { conversationId, turnId, token } = said;
  episode.notes.push({ kind: 'said', who: person.who, conversationId, turnId, token, isReplaced: false });
}

function placeOf(episode: Episode, person: Person, { place = 'same', of }: Say): string | undefined {
  if (of) return episode.people[of].conversations[0] ?? newId();
  if (place === 'new') return undefined;
  return place === 'first' ? person.conversations[0] : person.conversations.at(-1);
}

async function firstMessage(episode: Episode, conversationId: string): Promise<string | undefined> {
  const [row] = await episode.world.admin<{ id: string }>(
    `SELECT id FROM cs.message WHERE conversation_id = $1 AND role = 'user' ORDER BY sequence LIMIT 1`,
    [conversationId],
  );
  return row?.id;
}
