import 'server-only';
import type { TopicId } from '#lib/contract/topics.ts';
import { drive, type Driven } from './answer/drive.ts';
import { read, type Topic } from './answer/read-result.ts';
import { paragraphs, type Voice, voiceOf } from './answer/voice.ts';
import { answerWish } from './changes/answer-wish.ts';
import { type Heard, hear, type OfCard } from './changes/hear.ts';
import { isChangeCall } from './changes/propose.ts';
import { topicsBeside } from './changes/topics-beside.ts';
import { type Conversation, keyOf } from './conversation.ts';
import { INTENT_TABLE } from './intents/policy.ts';
import { obey, type Obeyed } from './obey/obey.ts';
import { TOPIC_TABLE } from './topics/table.ts';
import type { ToolCall } from './types.ts';
import type { Understood } from './understanding/understand.ts';

/** What the model says next: calls it needs, with what it says beside them, or its answer. `forever` repeats the tail until it is stopped. */
export type Response = { calls: ToolCall[]; text?: string } | { text: string; forever?: string };

/** Rounds of look-ups after which the model answers with what it has. */
const MAX_CALLS = 12;

/** The next step of a conversation: the honest answer first, then whatever instructions were found. Deterministic. */
export function respond(conversation: Conversation): Response {
  const { facts } = conversation;
  const heard = hear(conversation);
  const { understood } = heard;
  const voice = voiceOf(understood.language, facts);
  const obeyed = obey(conversation);
  const driven = topicsFor(heard, conversation.user, voice, obeyed).map((topic) =>
    drive(topic, conversation.replies),
  );
  const asked = driven.flatMap((one) => ('calls' in one ? one.calls : []));
  // What the person asked for in so many words is proposed as they asked for it.
  const ordered = asked.some(isChangeCall)
    ? obeyed.calls.filter((call) => !isChangeCall(call))
    : obeyed.calls;
  const calls = unique([...asked, ...ordered], conversation);
  const honest = honestText(driven, heard, voice);
  // What was said beside a proposal that was then refused is not said again.
  const unsaid = conversation.said === '' ? honest : honest.replace(conversation.said.trim(), '').trim();
  const text = paragraphs(unsaid, obeyed.text(honest));
  // What is ordered is done without a word: only what the person asked for has something to say beside it.
  const beside = asked.length > 0 ? text : '';
  if (calls.length > 0 && conversation.replies.size + calls.length <= MAX_CALLS) return next(calls, beside);
  return obeyed.forever === undefined ? { text } : { text, forever: obeyed.forever };
}

/** A proposal ends the turn: it is the last call, one at a time, and what there is to say stands beside it. */
function next(calls: ToolCall[], text: string): Response {
  const lookups = calls.filter((call) => !isChangeCall(call));
  if (lookups.length > 0) return { calls: lookups };
  return { calls: calls.slice(0, 1), ...(text === '' ? {} : { text }) };
}

function topicsFor(heard: Heard, typed: string, voice: Voice, { found, takesOver }: Obeyed): Topic[] {
  const { understood, wish, card } = heard;
  if (card) return [sayCard(card, voice)];
  const sure = understood.isGuess ? [] : understood.tasks;
  const beside = wish ? topicsBeside(wish, sure, typed) : { tasks: understood.tasks, answersWish: false };
  const topics = takesOver ? [] : beside.tasks.map((task) => TOPIC_TABLE[task.intent](task, voice));
  if (wish && beside.answersWish) return [...topics, answerWish(wish, voice)];
  if (topics.length > 0) return topics;
  return found ? [] : [offerNearest(understood, voice)];
} // prettier-ignore

/** What only a card decides, said in words. */
function* sayCard(card: OfCard, voice: Voice): Topic {
  yield* [];
  return voice.say(`card.${card}`);
}

/** Not understood: says so, and offers the three nearest topics. Never a figure. */
function* offerNearest({ near }: Understood, voice: Voice): Topic {
  const usual: TopicId[] =
    voice.facts.role === 'member' ? ['plan', 'seats', 'usage'] : ['why_higher', 'what_i_owe', 'next_payment'];
  const nearest = near
    .map((intent): TopicId => INTENT_TABLE[intent].topic)
    .filter((topic) => topic !== 'person');
  const topics = [...new Set([...(voice.facts.role === 'member' ? [] : nearest), ...usual])].slice(0, 3);
  yield* read('offer_topics', { topics });
  return voice.say('unclear.sorry', { support: voice.facts.support });
}

function honestText(driven: readonly Driven[], { understood, wish }: Heard, voice: Voice): string {
  const texts = driven.flatMap((one) => ('text' in one ? [one.text] : []));
  const refused = driven.some((one) => 'refused' in one);
  const angry =
    understood.tasks.some((task) => task.concepts.has('angry') && task.intent !== 'complaint') &&
    texts.length > 0;
  const unfinished = driven.some((one) => 'calls' in one);
  return paragraphs(
    angry ? voice.say('angry.sorry') : '',
    ...texts,
    refused ? voice.say(wish?.mood === 'ask' ? 'change.owner_only' : 'role.owner_only') : '',
    unfinished && texts.length === 0 && wish?.mood !== 'ask'
      ? voice.say('nothing.found', { support: voice.facts.support })
      : '',
  );
}

function unique(calls: readonly ToolCall[], { replies }: Conversation): ToolCall[] {
  const seen = new Set<string>(replies.keys());
  return calls.filter((call) => {
    const key = keyOf(call.name, call.args);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
