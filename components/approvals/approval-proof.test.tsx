import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import { ApprovalCard } from './approval-card.tsx';
import { approvalServer, refusal } from './fixtures/approval-server.ts';
import { offered } from './fixtures/approvals.ts';

vi.mock('next/navigation', () => ({ usePathname: () => '/approvals' }));

let server: ReturnType<typeof approvalServer>;
beforeEach(() => {
  server = approvalServer();
  server.answer = () => Response.json({ status: 'executed' });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(first: OfferedApproval): void {
  server.card ??= first;
  render(<ApprovalCard approvalId={first.approvalId} title={first.title} first={first} />);
}
const approve = () => screen.getByRole('button', { name: /^Approve/ });
const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const press = (button: HTMLElement) => act(async () => void fireEvent.click(button));
const type = (name: RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

describe('typing the amount', () => {
  it('must match before anything is sent, however it is written', async () => {
    const amount = { amountMinor: 124_000, currency: 'EUR' } as const;
    show(offered({ typeAmount: '€1,240.00', amount }));
    expect(isOff(approve())).toBe(true);
    await press(approve());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Type the amount/ }));
    type(/Type the amount/, '124');
    await press(approve());
    expect(server.posts).toEqual([]);
    type(/Type the amount/, '1.240,00 €');
    expect(isOff(approve())).toBe(false);
    await press(approve());
    expect(server.posts[0]).toMatchObject({ decision: 'approve', typedAmount: '1.240,00' });
  });
});

describe('the second factor', () => {
  it('is asked for, sent once, and may be a recovery code', async () => {
    show(offered({ stepUp: true }));
    const field = screen.getByRole('textbox', { name: /authenticator/ });
    expect(field.getAttribute('autocomplete')).toBe('one-time-code');
    expect(screen.getByRole('link', { name: /Set it up first/ }).getAttribute('href')).toBe(
      '/account/security',
    );
    expect(isOff(approve())).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Use a recovery code' }));
    type(/Recovery code/, ' abcd-efgh-ijkl ');
    await press(approve());
    expect(server.posts[0]?.totp).toBe('abcd-efgh-ijkl');
  });

  it('that did not fit keeps the card, says so and asks again', async () => {
    server.answer = () => refusal(403, 'step_up_required');
    show(offered({ stepUp: true }));
    type(/authenticator/, '123456');
    await press(approve());
    expect(screen.getByRole('alert').textContent).toContain('did not fit');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /authenticator/ }).value).toBe('');
  });

  it('that the server asks for only now appears, with the focus', async () => {
    server.answer = () => refusal(403, 'step_up_required');
    show(offered());
    await press(approve());
    const field = screen.getByRole('textbox', { name: /authenticator/ });
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('alert').textContent).toContain('second factor');
  });
});

describe('a decision that does not go through leaves the card', () => {
  it.each([
    [503, 'paused', 'paused', 'pending'],
    [403, 'not_eligible', 'Your role may not', 'pending'],
    [409, 'decided', 'decided already', 'executed'],
    [409, 'expired', 'run out', 'expired'],
    [409, 'changed', 'has changed since', 'void'],
    [409, 'no_longer_possible', 'no longer possible', 'failed'],
    [500, 'internal', 'went wrong', 'pending'],
    [401, 'no_session', 'session has ended', 'pending'],
    [429, 'rate_limited', 'wait a moment', 'pending'],
  ] as const)(
    '%i %s: a kind line, and after a conflict the card as it is now',
    async (status, code, words, state) => {
      server.card = offered({ state, nonce: state === 'pending' ? 'nonce-nonce-nonce-nonce-2' : null });
      server.answer = () => refusal(status, code);
      show(offered());
      await press(approve());
      expect(screen.getByRole('alert').textContent).toContain(words);
      expect(document.querySelector('[data-approval-card]')?.getAttribute('data-approval-state')).toBe(state);
      expect(server.reads).toBe(status === 409 || status === 500 ? 1 : 0);
      expect(server.posts).toHaveLength(1);
    },
  );

  it('409 swapped: shows what it would do now and takes no press at once', async () => {
    server.card = offered({ displayHash: 'b'.repeat(64), title: 'Refund €90.00' });
    server.answer = () => refusal(409, 'swapped');
    show(offered());
    await press(approve());
    expect(screen.getByRole('alert').textContent).toContain('not what this would do');
    expect(screen.getByRole('heading').textContent).toBe('Refund €90.00');
    expect(isOff(approve())).toBe(true);
  });

  it('a lost answer is not taken for a failure: the card is read again', async () => {
    server.card = offered({ state: 'executed', nonce: null, outcome: 'Refunded.' });
    server.answer = () => Promise.reject(new TypeError('network'));
    show(offered());
    await press(approve());
    expect(screen.getByText('Refunded.')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('time', () => {
  it('runs down in plain words and ends in the expired state', async () => {
    vi.useFakeTimers();
    const expiresAt = new Date(Date.now() + 150_000).toISOString();
    server.card = offered({ expiresAt, state: 'expired', nonce: null });
    show(offered({ expiresAt }));
    expect(screen.getByRole('timer').textContent).toBe('Expires in 2 minutes');
    await act(() => vi.advanceTimersByTimeAsync(140_000));
    expect(screen.getByRole('timer').textContent).toBe('Expires in 10 seconds');
    await act(() => vi.advanceTimersByTimeAsync(10_100));
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.querySelector('[data-outcome="expired"]')?.textContent).toContain(
      'Nobody decided in time',
    );
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(server.reads).toBeGreaterThan(0);
  });

  it('a clock that runs ahead does not close a card which the server calls open', async () => {
    const expiresAt = new Date(Date.now() - 60_000).toISOString();
    show(offered({ expiresAt }));
    expect(await screen.findByText(/Expires in a moment/)).toBeDefined();
    expect(isOff(approve())).toBe(false);
  });
});

it('a card learns that another one was decided on the same page', async () => {
  const first = offered();
  server.card = { ...first, state: 'void', nonce: null };
  vi.useFakeTimers({ toFake: ['Date'] });
  render(<ApprovalCard approvalId={first.approvalId} title={first.title} first={first} />);
  vi.setSystemTime(Date.now() + 5_000);
  const other = offered({ approvalId: '0190a5b0-0000-7000-8000-00000000000b' });
  await act(
    async () => void render(<ApprovalCard approvalId={other.approvalId} title={other.title} first={other} />),
  );
  expect(document.querySelector('[data-outcome="void"]')).not.toBeNull();
});
