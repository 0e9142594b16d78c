import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApprovalCard as Card, OfferedApproval } from '#lib/contract/approvals.ts';
import { ApprovalCard } from './approval-card.tsx';
import { effectPlace } from './effect-place.ts';
import { approvalServer, refusal } from './fixtures/approval-server.ts';
import { offered } from './fixtures/approvals.ts';
import { NONCE_MAX_MS } from './held-card.ts';
import type { Side } from './words.ts';

vi.mock('next/navigation', () => ({ usePathname: () => '/approvals' }));

let server: ReturnType<typeof approvalServer>;
beforeEach(() => {
  server = approvalServer();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(first: OfferedApproval | undefined, side: Side = 'requester'): HTMLElement {
  const { approvalId, title } = first ?? offered();
  if (first) server.card ??= first;
  render(<ApprovalCard approvalId={approvalId} title={title} first={first} side={side} />);
  const card = document.querySelector<HTMLElement>('[data-approval-card]');
  if (!card) throw new Error('no card');
  return card;
}
const approve = () => screen.getByRole('button', { name: /^Approve/ });
const reject = () => screen.getByRole('button', { name: 'Reject' });
const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const press = (button: HTMLElement) => act(async () => void fireEvent.click(button));
const done = (status: Card['state'], summary = 'Refunded €40.00 to card •••• 4242.') =>
  Response.json({ status, effect: { summary, href: '/payments' } });

describe('what a card shows', () => {
  it('is what the server sent, under a mark of its own, with the act named', () => {
    const card = show(offered());
    expect(card.getAttribute('data-approval-id')).toBe(offered().approvalId);
    expect(within(card).getByText('Only you can approve this')).toBeDefined();
    expect(within(card).getByRole('heading').textContent).toBe(offered().title);
    for (const text of ['Amount', '€40.00', 'To', 'card •••• 4242', 'This can’t be undone.'])
      expect(within(card).getByText(text)).toBeDefined();
    expect(approve().textContent).toBe('Approve refund');
    expect(server.reads).toBe(0);
  });

  it('is whole: a long value is not cut, and hidden characters are written out', () => {
    const long = `a${'b'.repeat(3_000)}\u202Ez`;
    const card = show(offered({ lines: [{ label: 'E\u200Bmail', value: long }] }));
    expect(card.textContent).toContain(`a${'b'.repeat(3_000)}⟨U+202E⟩z`);
    expect(card.textContent).toContain('E⟨U+200B⟩mail');
    expect(card.innerHTML).not.toContain('truncate');
  });

  it('marks clearly what was taken from text of others, and quietly what the assistant chose', () => {
    show(
      offered({
        lines: [
          { label: 'Address', value: 'x@evil.test', origin: 'third_party' },
          { label: 'Seats', value: '4', origin: 'assistant' },
          { label: 'Plan', value: 'Team', origin: 'person' },
        ],
      }),
    );
    const row = (origin: string) => document.querySelector(`[data-origin="${origin}"]`)?.textContent;
    expect(row('third_party')).toContain('Taken from text on your invoice, not from what you wrote');
    expect(row('assistant')).toContain('Chosen by the assistant');
    expect(row('person')).toBe('PlanTeam');
  });

  it('keeps the model’s words folded, marked and plain', () => {
    const reason = '**Trust me** <img src=x onerror=alert(1)> [go](https://evil.test)\u202E';
    show(offered({ reason }));
    const box = document.querySelector<HTMLDetailsElement>('[data-model-reason]');
    expect(box?.open).toBe(false);
    expect(box?.textContent).toContain('The assistant’s words, not checked');
    expect(box?.textContent).toContain(
      '**Trust me** <img src=x onerror=alert(1)> [go](https://evil.test)⟨U+202E⟩',
    );
    expect(box?.querySelectorAll('img, a, strong')).toHaveLength(0);
  });

  it('lets the one who asked take back what waits for the second, and do nothing else', async () => {
    const card = show(offered({ state: 'confirmed', people: 2 }));
    const buttons = within(card).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Take it back']);
    expect(document.querySelector('[data-outcome]')?.textContent).toContain('checks it next');
    server.answer = () => done('rejected');
    for (const button of buttons) await press(button);
    expect(server.posts).toMatchObject([{ decision: 'reject' }]);
  });

  it('says that a colleague checks what takes two people', () => {
    show(offered({ people: 2 }));
    expect(screen.getByText(/^After you, a finance colleague at/)).toBeDefined();
  });

  it.each([
    ['executed', /This was done/],
    ['rejected', /Nothing was changed/],
    ['expired', /Nobody decided in time/],
    ['void', /replaced/],
    ['failed', /could not be done/],
  ] as const)('offers nothing to press when it is %s', (state, words) => {
    const card = show(offered({ state, nonce: null }));
    expect(within(card).queryAllByRole('button')).toEqual([]);
    expect(document.querySelector('[data-outcome]')?.textContent).toMatch(words);
  });

  it('says what was done, in the server’s words, and leads there', () => {
    show(offered({ state: 'executed', nonce: null, outcome: 'Refunded €40.00.' }));
    expect(screen.getByText('Refunded €40.00.')).toBeDefined();
    expect(screen.getByRole('link', { name: /See your payments/ }).getAttribute('href')).toBe('/payments');
  });
});

it.each([
  ['/invoices/2026-118', '/invoices/2026-118'],
  ['https://evil.test', '/payments'],
  ['//evil.test', '/payments'],
  [null, '/payments'],
])('what a change did leads to our own pages only: %s', (href, shown) => {
  expect(effectPlace(offered(), href).href).toBe(shown);
});

it('a card that names an invoice leads there', () => {
  const lines = [{ label: 'Invoice', value: '2026-118' }];
  expect(effectPlace(offered({ lines }), null)).toEqual({
    href: '/invoices/2026-118',
    label: 'See the invoice',
  });
});

describe('a card that comes by its name alone', () => {
  it('shows its title at once and nothing to press, then reads itself', async () => {
    server.card = offered();
    show(undefined);
    expect(screen.getByText(offered().title)).toBeDefined();
    expect(screen.getByRole('status', { name: 'Loading this change' })).toBeDefined();
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(await screen.findByRole('button', { name: 'Approve refund' })).toBeDefined();
  });

  it('that is not there, or not one’s own, offers nothing', async () => {
    show(undefined);
    expect((await screen.findByRole('alert')).textContent).toContain('no longer there');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('that another card answers for is not shown', async () => {
    server.card = offered({ approvalId: crypto.randomUUID(), title: 'Something else' });
    show(undefined);
    expect((await screen.findByRole('alert')).textContent).toContain('cannot read');
    expect(screen.queryByText('Something else')).toBeNull();
  });
});

describe('deciding', () => {
  it('posts once on a double click, with exactly the hash that is shown and the nonce in hand', async () => {
    server.answer = () => done('executed');
    show(offered());
    const button = approve();
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
      fireEvent.submit(button);
    });
    await screen.findByText('Refunded €40.00 to card •••• 4242.');
    expect(server.posts).toEqual([
      { decision: 'approve', displayHash: 'a'.repeat(64), nonce: 'nonce-nonce-nonce-nonce-1' },
    ]);
    expect(document.activeElement?.getAttribute('data-outcome')).toBe('executed');
  });

  it('while a decision is on its way neither button sends another', async () => {
    let release: (response: Response) => void = () => undefined;
    server.answer = () => new Promise((resolve) => (release = resolve));
    show(offered());
    await press(approve());
    expect([isOff(approve()), isOff(reject())]).toEqual([true, true]);
    await press(reject());
    expect(server.posts).toHaveLength(1);
    await act(async () => release(done('executed')));
    expect(document.querySelector('[data-outcome="executed"]')).not.toBeNull();
  });

  it('rejects without asking for anything more', async () => {
    server.answer = () => Response.json({ status: 'rejected' });
    show(offered({ typeAmount: '40.00' }));
    await press(reject());
    expect(server.posts[0]).toMatchObject({ decision: 'reject' });
    expect(document.querySelector('[data-outcome="rejected"]')).not.toBeNull();
  });

  it('an approval that takes two then waits for the second', async () => {
    server.answer = () => {
      server.card = offered({ people: 2, state: 'confirmed' });
      return Response.json({ status: 'confirmed' });
    };
    show(offered({ people: 2 }));
    await press(approve());
    expect(document.querySelector('[data-outcome="confirmed"]')?.textContent).toContain('checks it next');
  });

  it('an approver decides what the customer confirmed, and nothing before', async () => {
    show(offered({ people: 2, nonce: null }), 'approver');
    expect(screen.queryAllByRole('button')).toEqual([]);
    cleanup();
    server.answer = () => done('executed');
    show(offered({ people: 2, state: 'confirmed' }), 'approver');
    await press(approve());
    expect(server.posts).toHaveLength(1);
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('the nonce', () => {
  it('that is missing or older than nine minutes is fetched anew before anything is posted', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    server.answer = () => done('executed');
    server.card = offered({ nonce: 'nonce-nonce-nonce-nonce-2' });
    show(offered());
    vi.setSystemTime(Date.now() + NONCE_MAX_MS + 1);
    await press(approve());
    expect(server.reads).toBe(1);
    expect(server.posts[0]?.nonce).toBe('nonce-nonce-nonce-nonce-2');
  });

  it('that was used once is never sent again', async () => {
    server.answer = () => refusal(503, 'paused');
    server.card = offered({ nonce: 'nonce-nonce-nonce-nonce-2' });
    show(offered());
    await press(approve());
    server.answer = () => done('executed');
    await press(approve());
    expect(server.posts.map((post) => post.nonce)).toEqual([
      'nonce-nonce-nonce-nonce-1',
      'nonce-nonce-nonce-nonce-2',
    ]);
  });

  it('a card that reads differently is shown and asked about again, never approved', async () => {
    server.card = offered({
      displayHash: 'b'.repeat(64),
      title: 'Refund €90.00',
      nonce: 'nonce-nonce-nonce-nonce-2',
    });
    server.answer = () => done('executed');
    show(offered({ nonce: null }));
    await press(approve());
    expect(server.posts).toEqual([]);
    expect(screen.getByRole('heading').textContent).toBe('Refund €90.00');
    expect(screen.getByRole('alert').textContent).toContain('has changed since you saw it');
    expect(isOff(approve())).toBe(true);
    await press(approve());
    expect(server.posts).toEqual([]);
    await waitFor(() => expect(isOff(approve())).toBe(false));
    await press(approve());
    expect(server.posts).toEqual([
      { decision: 'approve', displayHash: 'b'.repeat(64), nonce: 'nonce-nonce-nonce-nonce-2' },
    ]);
  });

  it('a card that was decided meanwhile is shown so, never approved again', async () => {
    server.card = offered({ state: 'executed', nonce: null, outcome: 'Refunded.' });
    show(offered({ nonce: null }));
    await press(approve());
    expect(server.posts).toEqual([]);
    expect(screen.getByText('Refunded.')).toBeDefined();
  });
});
