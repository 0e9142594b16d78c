import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ReceiptButton } from './receipt-button.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function answering(answer: () => Response | Promise<Response>) {
  const sent: { url: string; body: string }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, body: String(init.body) });
    return answer();
  });
  render(<ReceiptButton number="2026-117" />);
  return sent;
}
const press = () => act(async () => void fireEvent.click(screen.getByRole('button')));
const words = () => screen.getByRole('status').textContent;
const refusal = (status: number, code: string, headers = {}) =>
  Response.json({ error: { code, message: '', requestId: 'r' } }, { status, headers });

it('a receipt is asked for without naming an address, and the answer says which one it goes to', async () => {
  const sent = answering(() => Response.json({ ok: true, to: 'me@northwind.test' }, { status: 202 }));
  expect(words()).toBe('');
  await press();
  expect(sent).toEqual([{ url: '/api/invoices/2026-117/receipt', body: '{}' }]);
  expect(words()).toBe('On its way to me@northwind.test.');
});

it('while one is being sent another press sends nothing', async () => {
  const answers: (() => void)[] = [];
  const sent = answering(
    () =>
      new Promise((resolve) => {
        answers.push(() => resolve(Response.json({ ok: true, to: 'me@northwind.test' }, { status: 202 })));
      }),
  );
  await press();
  await press();
  expect(words()).toBe('Sending …');
  await act(async () => answers.forEach((answer) => answer()));
  expect(sent).toHaveLength(1);
});

it.each([
  ['1', 'in 1 minute.'],
  ['61', 'in 2 minutes.'],
  ['3540', 'in 59 minutes.'],
  ['soon', 'in 60 minutes.'],
])('too many are refused kindly, and with Retry-After %s one reads "%s"', async (header, end) => {
  answering(() => refusal(429, 'rate_limited', { 'Retry-After': header }));
  await press();
  expect(words()).toMatch(new RegExp(`${end.replace('.', '\\.')}$`));
});

it.each([
  ['an ended session', () => refusal(401, 'no_session'), 'sign in again'],
  ['a server in trouble', () => refusal(500, 'internal'), 'try again'],
  ['an answer that is none', () => new Response('<html>', { status: 200 }), 'try again'],
  ['no connection', () => Promise.reject(new TypeError('no network')), 'could not reach'],
])('%s is said calmly, and one can press again', async (_what, answer, part) => {
  const sent = answering(answer);
  await press();
  expect(words()).toContain(part);
  await press();
  expect(sent).toHaveLength(2);
});
