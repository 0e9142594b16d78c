import type { z } from 'zod';
import type { ChatRequest } from '#lib/contract/chat.ts';
import {
  conversationListSchema,
  type ConversationPage,
  conversationPageSchema,
} from '#lib/contract/conversations.ts';
import { type Explanation, explanationSchema } from '#lib/contract/explain.ts';
import { type Feedback, feedbackAnswerSchema, type FeedbackRequest } from '#lib/contract/feedback.ts';
import { type SearchPage, searchPageSchema } from '#lib/contract/search.ts';
import { parseLenient } from './parse-lenient.ts';
import { OFFLINE, type Problem, problemOf } from './problem.ts';

export type Answered<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const UNREADABLE: Problem = {
  kind: 'failed',
  message: 'The server sent something this page cannot read. Please reload it.',
  retryable: true,
};

/** Sends a message; the body of the answer is the event stream. Rejects only when `signal` aborts. */
export async function postChat(
  request: ChatRequest,
  signal: AbortSignal,
): Promise<Answered<ReadableStream<Uint8Array>>> {
  const sent = await send('/api/chat', { method: 'POST', body: JSON.stringify(request), signal });
  if (!sent.ok) return sent;
  return sent.value.body ? { ok: true, value: sent.value.body } : { ok: false, problem: UNREADABLE };
}

export async function getConversation(id: string, cursor?: string): Promise<Answered<ConversationPage>> {
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
  return read(conversationPageSchema, `/api/conversations/${encodeURIComponent(id)}${query}`);
}

export async function getConversations(
  cursor?: string,
): Promise<Answered<z.infer<typeof conversationListSchema>>> {
  return read(
    conversationListSchema,
    `/api/conversations${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`,
  );
}

/** One page of a search. Rejects only when `signal` aborts. */
export async function searchConversations(
  q: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answered<SearchPage>> {
  const query = new URLSearchParams({ q, ...(cursor && { cursor }) });
  return read(searchPageSchema, `/api/conversations/search?${query}`, { signal });
}

export async function getExplanation(turnId: string): Promise<Answered<Explanation>> {
  return read(explanationSchema, `/api/turns/${encodeURIComponent(turnId)}/explain`);
}

/** Says, or with `verdict: null` takes back, what the person thinks of an answer. */
export async function postFeedback(
  messageId: string,
  feedback: FeedbackRequest,
): Promise<Answered<Feedback | null>> {
  const answered = await read(
    feedbackAnswerSchema,
    `/api/messages/${encodeURIComponent(messageId)}/feedback`,
    {
      method: 'POST',
      body: JSON.stringify(feedback),
    },
  );
  return answered.ok ? { ok: true, value: answered.value.feedback } : answered;
}

export async function patchConversation(
  id: string,
  change: { title: string } | { activeMessageId: string },
): Promise<Answered<Response>> {
  return send(`/api/conversations/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    body: JSON.stringify(change),
  });
}

export async function deleteConversation(id: string): Promise<Answered<Response>> {
  return send(`/api/conversations/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function read<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  init: RequestInit = {},
): Promise<Answered<z.output<Schema>>> {
  const sent = await send(url, init);
  if (!sent.ok) return sent;
  const value = parseLenient(schema, await sent.value.json().catch(() => null));
  return value === null ? { ok: false, problem: UNREADABLE } : { ok: true, value };
}

export async function send(url: string, init: RequestInit): Promise<Answered<Response>> {
  try {
    const headers = init.body ? { 'Content-Type': 'application/json' } : undefined;
    const response = await fetch(url, { ...init, ...(headers && { headers }), cache: 'no-store' });
    return response.ok ? { ok: true, value: response } : { ok: false, problem: await problemOf(response) };
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return { ok: false, problem: OFFLINE };
  }
}
