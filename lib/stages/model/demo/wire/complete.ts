import 'server-only';
import { createHash } from 'node:crypto';
import { parseConversation } from '../conversation.ts';
import { respond } from '../respond.ts';
import type { ToolCall } from '../types.ts';
import type { ChatRequest } from './parse-request.ts';
import { CHARACTERS_PER_TOKEN, WORDS_PER_CHUNK } from './policy.ts';

/** A finished answer in wire terms. `pieces` is lazy: an answer without an end ends with the token limit. */
export type Completion = {
  id: string;
  calls: { id: string; name: string; args: string }[];
  pieces: () => Generator<string>;
  promptTokens: number;
  /** Called once the pieces are through: how it ended. */
  finish: (completionTokens: number) => 'stop' | 'length' | 'tool_calls';
};

/** The model's answer to a request. The same messages give the same answer and the same ids. */
export function complete(request: ChatRequest): Completion {
  const response = respond(parseConversation(request.messages));
  const digest = createHash('sha256').update(JSON.stringify(request.messages)).digest('hex');
  const calls = 'calls' in response && request.hasTools ? response.calls : [];
  const text = response.text ?? '';
  const forever = 'forever' in response ? response.forever : undefined;
  return {
    id: `chatcmpl-${digest.slice(0, 24)}`,
    calls: calls.map((call, at) => wireCall(call, `${digest.slice(at, at + 20)}${at}`)),
    pieces: () => piecesOf(text, forever, request.maxTokens),
    promptTokens: tokensOf(request.messages.map((message) => message.content).join(' ')),
    finish: (completionTokens) =>
      calls.length > 0 ? 'tool_calls' : completionTokens >= request.maxTokens ? 'length' : 'stop',
  };
}

function wireCall(call: ToolCall, id: string) {
  return { id: `call_${id}`, name: call.name, args: JSON.stringify(call.args) };
}

export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/** The answer a few words at a time, at most `maxTokens` long. */
function* piecesOf(text: string, forever: string | undefined, maxTokens: number): Generator<string> {
  let left = maxTokens * CHARACTERS_PER_TOKEN;
  for (const piece of allPieces(text, forever)) {
    yield piece.slice(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
}

function* allPieces(text: string, forever: string | undefined): Generator<string> {
  const words = text.match(/\S+\s*/g) ?? [];
  for (let at = 0; at < words.length; at += WORDS_PER_CHUNK)
    yield words.slice(at, at + WORDS_PER_CHUNK).join('');
  if (forever === undefined || forever === '') return;
  if (words.length > 0) yield '\n\n';
  for (;;) yield `${forever} `;
}
