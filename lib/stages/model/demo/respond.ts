import 'server-only';
import type { TopicId } from '#lib/contract/topics.ts';
import { drive, type Driven } from './answer/drive.ts';
import { read, type Topic } from './answer/read-result.ts';
import { paragraphs, type Voice, voiceOf } from './answer/voice.ts';
import { type Conversation, keyOf } from './conversation.ts';
import { INTENT_TABLE } from './intents/policy.ts';
import { obey } from './obey/obey.ts';
import { TOPIC_TABLE } from './topics/table.ts';
import type { Focus, ToolCall } from './types.ts';
import { nextFocus, type Understood, understand } from './understanding/understand.ts';

/** What the model says next: look-ups it needs, or its answer. `forever` repeats the tail until it is stopped. */
export type Response = { calls: ToolCall[] } | { text: string; forever?: string };

/** Rounds of look-ups after which the model answers with what it has. */
const MAX_CALLS = 12;

/** The next step of a conversation: the honest answer first, then whatever instructions were found. Deterministic. */
export function respond(conversation: Conversation): Response {
  const { facts } = conversation;
  const focus = focusOf(conversation);
  const understood = understand(conversation.user, focus, facts.today);
  const voice = voiceOf(understood.language, facts);
  const obeyed = obey(conversation);
  const topics = topicsFor(understood, voice, obeyed.found);
  const driven = topics.map((topic) => drive(topic, conversation.replies));
  const calls = unique(
    [...driven.flatMap((one) => ('calls' in one ? one.calls : [])), ...obeyed.calls],
    conversation,
  );
  if (calls.length > 0 && conversation.replies.size + calls.length <= MAX_CALLS) return { calls };
  const honest = honestText(driven, understood, voice);
  const extra = obeyed.text(honest);
  const text = paragraphs(honest, extra);
  return obeyed.forever === undefined ? { text } : { text, forever: obeyed.forever };
}

/** What the conversation is about, told again from its earlier turns. */
function focusOf({ earlier, facts }: Conversation): Focus {
  let focus: Focus = {};
  for (const { user, assistant } of earlier)
    focus = nextFocus(focus, understand(user, focus, facts.today), assistant);
  return focus;
}

function topicsFor(understood: Understood, voice: Voice, isOrder: boolean): Topic[] {
  if (understood.tasks.length > 0)
    return understood.tasks.map((task) => TOPIC_TABLE[task.intent](task, voice));
  return isOrder ? [] : [offerNearest(understood, voice)];
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

function honestText(driven: readonly Driven[], understood: Understood, voice: Voice): string {
  const texts = driven.flatMap((one) => ('text' in one ? [one.text] : []));
  const refused = driven.some((one) => 'refused' in one);
  const angry =
    understood.tasks.some((task) => task.concepts.has('angry') && task.intent !== 'complaint') &&
    texts.length > 0;
  const unfinished = driven.some((one) => 'calls' in one);
  return paragraphs(
    angry ? voice.say('angry.sorry') : '',
    ...texts,
    refused ? voice.say('role.owner_only') : '',
    unfinished && texts.length === 0 ? voice.say('nothing.found', { support: voice.facts.support }) : '',
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
