import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { ErasePreview, ErasureReceipt } from '#lib/contract/privacy.ts';
import { ControlRoom } from './control-room.tsx';

vi.mock('next/navigation', () => ({ usePathname: () => '/account/privacy' }));

const ID = '01a2197f-0d91-7326-bf8c-fb5dfaf17b65';
const PREVIEW: ErasePreview = {
  scope: 'account',
  conversationId: null,
  goes: [{ category: 'messages', label: 'Messages and answers', count: 4 }],
  stays: [{ category: 'invoices', label: 'Invoices', why: 'Tax law', until: 'as long as it asks' }],
  confirm: 'owner@northwind.test',
  proof: 'password',
  held: false,
};
const RECEIPT: ErasureReceipt = {
  kind: 'erasure',
  version: 1,
  receiptId: ID,
  issuer: 'https://bills.test',
  scope: 'account',
  subjectId: ID,
  requestedAt: '2026-11-26T10:00:00.000Z',
  finishedAt: '2026-11-26T10:00:01.000Z',
  destroyedKeys: [{ id: ID, scope: 'conversation' }],
  removed: { messages: 4, conversations: 1 },
  stays: [],
  signature: { algorithm: 'Ed25519', keyId: 'k', publicKey: 'p', value: 'v' },
};

/** What the server answers, by method and address; what was sent to it is kept. */
function answering(answers: Record<string, [status: number, body: unknown]>): unknown[] {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (init?.body) sent.push(JSON.parse(String(init.body)));
    const [status, body] = answers[`${init?.method ?? 'GET'} ${url}`] ?? [404, {}];
    return Response.json(body, { status });
  });
  return sent;
}

const show = () =>
  render(
    <ControlRoom
      holdings={[{ category: 'messages', label: 'Messages and answers', count: 4 }]}
      copies={[]}
      conversations={[]}
      receipts={[]}
      demonstrates={false}
    />,
  );

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says what is held, what an erasure takes and what has to stay, and erases only what was confirmed', async () => {
  const sent = answering({
    'GET /api/me/erase': [200, PREVIEW],
    'POST /api/me/erase': [202, { status: 'done', receiptToken: 't', receipt: RECEIPT }],
  });
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Erase my account…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect((await dialog.findByRole('list', { name: 'What goes' })).textContent).toContain('4');
  expect(dialog.getByText(/Tax law/)).toBeDefined();
  const erase = dialog.getByRole('button', { name: 'Erase my account' });
  fireEvent.click(erase);
  expect(sent).toEqual([]);
  fireEvent.change(dialog.getByLabelText('To confirm, type owner@northwind.test'), {
    target: { value: PREVIEW.confirm },
  });
  fireEvent.click(erase);
  expect(sent).toEqual([]);
  fireEvent.change(dialog.getByLabelText('Your password'), { target: { value: 'a password' } });
  fireEvent.click(erase);
  expect(await screen.findByRole('heading', { name: 'Your account is erased' })).toBeDefined();
  expect(sent).toEqual([{ scope: 'account', confirm: PREVIEW.confirm, password: 'a password' }]);
  expect(screen.getByRole('button', { name: 'Save the receipt' })).toBeDefined();
});

it('stays open with a kind word where the password was wrong', async () => {
  answering({
    'GET /api/me/erase': [200, PREVIEW],
    'POST /api/me/erase': [403, { error: { code: 'step_up_required', message: 'x', requestId: 'r' } }],
  });
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Erase my account…' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(await dialog.findByLabelText(/To confirm/), { target: { value: PREVIEW.confirm } });
  fireEvent.change(dialog.getByLabelText('Your password'), { target: { value: 'wrong' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Erase my account' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('That password did not fit');
});

it('offers nothing while something has to be kept for a legal reason', async () => {
  answering({ 'GET /api/me/erase': [200, { ...PREVIEW, held: true }] });
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Erase my account…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect((await dialog.findByRole('alert')).textContent).toContain('legal reason');
  expect(dialog.queryByRole('button', { name: 'Erase my account' })).toBeNull();
});

it('shows how far a copy is, and its link once it is ready', async () => {
  const copy = (status: string, progress: number) => ({
    exports: [
      {
        exportId: ID,
        status,
        progress,
        createdAt: '2026-11-26T10:00:00.000Z',
        expiresAt: '2026-12-03T10:00:00.000Z',
        bytes: 0,
      },
    ],
  });
  const answers: Record<string, [number, unknown]> = {
    'POST /api/me/exports': [202, { exportId: ID }],
    'GET /api/me/exports': [200, copy('building', 40)],
  };
  answering(answers);
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Make a copy of my data' }));
  const bar = await screen.findByRole('progressbar', { name: 'How far the copy is' });
  expect(bar.getAttribute('value')).toBe('40');
  answers['GET /api/me/exports'] = [200, copy('ready', 100)];
  const link = await screen.findByRole('link', { name: 'Download' });
  expect(link.getAttribute('href')).toBe(`/api/me/exports/${ID}/file`);
});
