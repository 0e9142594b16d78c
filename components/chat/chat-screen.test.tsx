import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '#lib/contract/conversations.ts';
import { ChatScreen } from './chat-screen.tsx';
import { HistoryProvider } from './history/history-provider.tsx';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: vi.fn<(to: string) => void>() }),
  usePathname: () => '/',
}));

const ID = '0190a5b0-0000-7000-8000-000000000001';
const usage = { inputTokens: 1, outputTokens: 1, costMicroUsd: 1 };
const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const BEGUN = event('turn', { turnId: ID, conversationId: ID });
const DONE = event('done', { messageId: ID, finish: 'stop', generatedBy: 'model', usage });

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: '', requestId: 'r' } }, { status, headers });
const streamed = (...parts: string[]) =>
  new Response(parts.join(''), { headers: { 'Content-Type': 'text/event-stream' } });

const message = (role: 'user' | 'assistant', text: string, more: Partial<Message> = {}): Message => ({
  id: crypto.randomUUID(),
  role,
  text,
  generatedBy: role === 'user' ? 'person' : 'model',
  createdAt: '2026-11-20T10:00:00Z',
  finish: role === 'assistant' ? 'stop' : null,
  turnId: ID,
  branches: [],
  stages: [],
  tools: [],
  approvals: [],
  claims: [],
  suggestions: [],
  feedback: null,
  ...more,
});

type Sent = { text: string; idempotencyKey: string; replaces?: string };
const sent: Sent[] = [];
let answers: (() => Response | Promise<Response>)[] = [];
let stored: Message[] = [];

beforeEach(() => {
  sent.length = 0;
  stored = [];
  sessionStorage.clear();
  Element.prototype.scrollTo = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (url === '/api/chat') {
      sent.push(JSON.parse(String(init.body)));
      return answers.shift()?.() ?? refusal(500, 'internal');
    }
    if (url === '/api/me/usage/left') return refusal(404, 'not_found');
    if (url === '/api/conversations') return Response.json({ conversations: [], nextCursor: null });
    const at = '2026-11-20T10:00:00Z';
    return Response.json({
      id: ID,
      title: 't',
      createdAt: at,
      updatedAt: at,
      expiresAt: at,
      messages: stored,
      nextCursor: null,
    });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(messages: Message[] = [], nextCursor: string | null = null) {
  const start = { id: messages.length > 0 ? ID : null, messages, nextCursor };
  render(
    <HistoryProvider first={{ conversations: [], nextCursor: null }}>
      <ChatScreen start={start} />
    </HistoryProvider>,
  );
}
const composer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ask about your bill' });
function say(text: string) {
  fireEvent.change(composer(), { target: { value: text } });
  fireEvent.keyDown(composer(), { key: 'Enter' });
}

describe('sending', () => {
  it('shows at once that something is being looked at, then the answer', async () => {
    answers = [() => streamed(BEGUN, event('text', { delta: 'You owe nothing.' }), DONE)];
    stored = [message('user', 'What do I owe?'), message('assistant', 'You owe nothing.')];
    open();
    say('What do I owe?');
    expect(screen.getByText('Looking at your invoices…')).toBeDefined();
    expect(composer().value).toBe('');
    await waitFor(() => expect(screen.getByText('Looked nothing up · changed nothing')).toBeDefined());
    expect(screen.getByText('You owe nothing.')).toBeDefined();
    expect(window.location.pathname).toBe(`/c/${ID}`);
  });

  it('an empty message and Shift+Enter send nothing', () => {
    open();
    say('   ');
    fireEvent.change(composer(), { target: { value: 'a' } });
    fireEvent.keyDown(composer(), { key: 'Enter', shiftKey: true });
    expect(sent).toEqual([]);
  });

  it('a message longer than the cap is not sent and not cut', () => {
    open();
    say('é'.repeat(4_001));
    expect(sent).toEqual([]);
    expect(composer().value).toHaveLength(4_001);
    expect(screen.getByRole('alert').textContent).toContain('Too long by 2');
  });
});

describe('a refusal keeps the draft', () => {
  it.each([
    ['offline', () => Promise.reject(new TypeError('network')), 'could not reach the server'],
    ['paused', () => refusal(503, 'paused'), 'paused'],
    ['signed out', () => refusal(401, 'no_session'), 'session has ended'],
    ['a server error', () => refusal(500, 'internal'), 'Something went wrong'],
    ['an answer that is none', () => new Response('<html>', { status: 502 }), 'Something went wrong'],
  ])('when it is %s', async (_what, answer, words) => {
    answers = [answer];
    open();
    say('Why is it higher?');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words));
    expect(composer().value).toBe('Why is it higher?');
    expect(sessionStorage.getItem('draft:new')).toBe('Why is it higher?');
  });

  it('and a retry of the same words carries the same key, other words another', async () => {
    answers = [
      () => refusal(500, 'internal'),
      () => refusal(500, 'internal'),
      () => refusal(500, 'internal'),
    ];
    open();
    say('One');
    await waitFor(() => screen.getByRole('alert'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    await waitFor(() => screen.getByRole('alert'));
    say('Two');
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[1]?.idempotencyKey).toBe(sent[0]?.idempotencyKey);
    expect(sent[2]?.idempotencyKey).not.toBe(sent[0]?.idempotencyKey);
  });

  it('too many messages: counts down, holds the button, and lets go by itself', async () => {
    answers = [() => refusal(429, 'rate_limited', { 'Retry-After': '1' })];
    open();
    say('Again');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('You can send again in'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(false);
    expect(composer().value).toBe('Again');
  });

  it('a conversation deleted elsewhere offers a new one with the draft', async () => {
    answers = [() => refusal(404, 'not_found')];
    open([message('user', 'Hello'), message('assistant', 'Good day.')]);
    say('And now?');
    const fresh = await screen.findByRole('button', { name: 'Start a new chat with your draft' });
    fireEvent.click(fresh);
    expect(sessionStorage.getItem('draft:new')).toBe('And now?');
  });
});

describe('an answer that was cut off', () => {
  it('after a reload says so and asks again in place of the old message', async () => {
    const question = message('user', 'What do I owe?');
    answers = [() => refusal(500, 'internal')];
    open([question]);
    expect(screen.getByText('This answer was interrupted')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(sent[0]).toMatchObject({ text: 'What do I owe?', replaces: question.id }));
  });

  it('by a broken connection shows what the server kept of it', async () => {
    answers = [() => streamed(BEGUN, event('text', { delta: 'You o' }))];
    stored = [message('user', 'What do I owe?'), message('assistant', 'You o', { finish: 'aborted' })];
    open();
    say('What do I owe?');
    await screen.findByText('This answer was stopped.');
    expect(screen.getByRole('button', { name: 'Continue' })).toBeDefined();
  });
});

describe('versions of a message', () => {
  it('are counted, and an edit is sent as a replacement', async () => {
    const question = message('user', 'What do I owe now?');
    question.branches = [crypto.randomUUID(), question.id];
    answers = [() => refusal(500, 'internal')];
    open([question, message('assistant', 'Nothing.')]);
    expect(screen.getByText('2 / 2')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Change this message and send it again' }));
    const field = screen.getByRole('textbox', { name: 'Your message' });
    fireEvent.change(field, { target: { value: 'What did I owe?' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(sent[0]).toMatchObject({ text: 'What did I owe?', replaces: question.id }));
  });

  it('an edit that is too long is not sent, and says why', () => {
    open([message('user', 'What do I owe now?'), message('assistant', 'Nothing.')]);
    fireEvent.click(screen.getByRole('button', { name: 'Change this message and send it again' }));
    const field = screen.getByRole('textbox', { name: 'Your message' });
    fireEvent.change(field, { target: { value: 'é'.repeat(4_001) } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toEqual([]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('Too long by 2');
  });
});

describe('a second question while the first answer is still being read back', () => {
  it('leaves the first on screen, and a late reading does not undo the second', async () => {
    const first = [message('user', 'One?'), message('assistant', 'First answer.')];
    const both = [...first, message('user', 'Two?'), message('assistant', 'Second answer.')];
    const release: (() => void)[] = [];
    const readings = [first, both];
    const plain = globalThis.fetch;
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      if (url !== `/api/conversations/${ID}`) return plain(url, init);
      stored = readings.shift() ?? both;
      const body = await plain(url, init);
      return new Promise<Response>((resolve) => release.push(() => resolve(body)));
    });
    answers = [
      () => streamed(BEGUN, event('text', { delta: 'First answer.' }), DONE),
      () => streamed(BEGUN, event('text', { delta: 'Second answer.' }), DONE),
    ];
    open();
    say('One?');
    await screen.findByText('First answer.');
    await waitFor(() => expect(release).toHaveLength(1));
    say('Two?');
    await screen.findByText('Second answer.');
    expect(screen.getByText('First answer.')).toBeDefined();
    await waitFor(() => expect(release).toHaveLength(2));
    for (const answer of release.toReversed()) answer();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.getByText('First answer.')).toBeDefined();
    expect(screen.getByText('Second answer.')).toBeDefined();
  });
});

describe('a long conversation', () => {
  it('shows its earlier messages on request, above the others, and then offers no more', async () => {
    stored = [message('user', 'The very first question'), message('assistant', 'The very first answer')];
    open([message('user', 'A later question'), message('assistant', 'A later answer')], ID);
    expect(screen.queryByText('The very first question')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show earlier messages' }));
    const first = await screen.findByText('The very first question');
    const later = screen.getByText('A later question');
    expect(first.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show earlier messages' })).toBeNull();
  });
});
