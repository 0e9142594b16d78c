import 'server-only';
import { keyOf } from '../conversation.ts';
import type { ToolCall, ToolReply } from '../types.ts';
import type { Topic } from './read-result.ts';

/** How far a topic got with the results there are. */
export type Driven =
  { done: true; text: string } | { done: false; calls: ToolCall[] } | { done: true; refused: string };

/**
 * Runs a topic with the results of this turn. Topics are deterministic, so starting over with more results each time
 * leads to the same point and further. A refusal for the person's role ends it.
 */
export function drive(topic: Topic, replies: ReadonlyMap<string, ToolReply>): Driven {
  let step = topic.next([]);
  while (!step.done) {
    const calls = step.value;
    const found = calls.map((call) => replies.get(keyOf(call.name, call.args)));
    const missing = calls.filter((_, at) => found[at] === undefined);
    if (missing.length > 0) return { done: false, calls: missing };
    const known = found.filter((reply): reply is ToolReply => reply !== undefined);
    const refused = known.find((reply) => !reply.ok && reply.error === 'not_for_your_role');
    if (refused) return { done: true, refused: 'not_for_your_role' };
    step = topic.next(known);
  }
  return { done: true, text: step.value };
}
