import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ReceiptButton } from './receipt-button.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function answering(answer: () => Response) {
  const sent: { url: string; body: string }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, body: String(init.body) });
    return answer();
  });
  return sent;
}
const press = () => act(async () => void fireEvent.click(screen.getByRole('button')));

it('a receipt is asked for without naming an address, once a press, and said to be on its way', async () => {
  const sent = answering(() => Response.json({ ok: true }, { status: 202 }));
  render(<ReceiptButton number="2026-117" />);
  await press();
  expect(sent).toEqual([{ url: '/api/invoices/2026-117/receipt', body: '{}' }]);
  expect(screen.getByRole('status').textContent).toBe('On its way to your own address.');
});

it('too many are refused kindly', async () => {
  answering(() =>
    Response.json({ error: { code: 'rate_limited', message: '', requestId: 'r' } }, { status: 429 }),
  );
  render(<ReceiptButton number="2026-117" />);
  await press();
  expect(screen.getByRole('status').textContent).toContain('try again in an hour');
});
