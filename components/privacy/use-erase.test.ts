import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { loadDraft, saveDraft } from '#components/chat/draft.ts';
import { useErase } from './use-erase.ts';

vi.mock('next/navigation', () => ({ usePathname: () => '/account/privacy' }));

const ID = '01a2197f-0d91-7326-bf8c-fb5dfaf17b65';
const preview = (conversationId: string | null) => ({
  ...{ conversationId, goes: [], stays: [], proof: 'sign_in', held: false },
  ...(conversationId === null
    ? { scope: 'account', confirm: 'owner@northwind.test' }
    : { scope: 'conversation', confirm: 'erase' }),
});

/** An erasure that is begun; how often its receipt is asked for, and what is answered then. */
function answering(conversationId: string | null, later: () => Response) {
  const asked = { receipts: 0 };
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (init?.method === 'POST')
      return Response.json({ status: 'running', receiptToken: 't', receipt: null }, { status: 202 });
    if (url.startsWith('/api/me/erase')) return Response.json(preview(conversationId));
    asked.receipts += 1;
    return later();
  });
  return asked;
}
const gone = () =>
  Response.json({ error: { code: 'not_found', message: 'x', requestId: 'r' } }, { status: 404 });
const running = () => Response.json({ status: 'running', receiptToken: 't', receipt: null });

/** Erases, and lets a day go by. */
async function eraseAndWait(conversationId: string | null) {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const onErased = vi.fn<() => void>();
  const { result } = renderHook(() => useErase(conversationId, onErased));
  await act(() => result.current.open());
  const sent = result.current.send(preview(conversationId).confirm, '');
  await act(() => vi.advanceTimersByTimeAsync(86_400_000));
  await sent;
  return onErased;
}

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

it('asks no more for a receipt that is not there', async () => {
  const asked = answering(null, gone);
  expect(await eraseAndWait(null)).toHaveBeenCalledOnce();
  expect(asked.receipts).toBe(1);
});

it('asks for one that takes long at growing intervals, and not without end', async () => {
  const asked = answering(null, running);
  expect(await eraseAndWait(null)).toHaveBeenCalledOnce();
  expect(asked.receipts).toBeGreaterThan(5);
  expect(asked.receipts).toBeLessThan(50);
});

it('forgets the unsent words of a conversation that is erased, and of no other', async () => {
  answering(ID, gone);
  saveDraft(ID, 'Half a sentence');
  saveDraft('another', 'Of another');
  await eraseAndWait(ID);
  expect([loadDraft(ID), loadDraft('another')]).toEqual(['', 'Of another']);
  saveDraft('another', '');
});
