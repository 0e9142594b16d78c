import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BudgetStanding, UsageLeft } from '#lib/contract/usage.ts';
import { QuotaNote } from './quota-note.tsx';
import { quotaOf, useQuota } from './use-quota.ts';

const RESETS = '2026-11-28T00:00:00.000Z';
const standing = (more: Partial<BudgetStanding>): BudgetStanding => ({
  scope: 'person',
  period: 'day',
  unit: 'micro_usd',
  used: 0,
  reserved: 0,
  limit: 1_000,
  left: 1_000,
  resetsAt: RESETS,
  threshold: 0,
  ...more,
});
const left = (...budgets: BudgetStanding[]): UsageLeft => ({ budgets, perTurn: 100 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('before the wall', () => {
  it('nothing is said while less than four fifths are used', () => {
    expect(quotaOf(left(standing({ used: 799, left: 201 })))).toBeNull();
  });

  it('at four fifths the nearest budget is named, with its share', () => {
    const month = standing({ period: 'month', used: 850, left: 150 });
    expect(quotaOf(left(standing({ used: 800, left: 200 }), month))).toMatchObject({
      kind: 'near',
      period: 'month',
      percent: 85,
    });
  });

  it('is over where another question could cost more than what is left, held amounts included', () => {
    const held = standing({ used: 500, reserved: 450, left: 50 });
    expect(quotaOf(left(held))).toMatchObject({ kind: 'over', percent: 50 });
    expect(quotaOf(left(standing({ limit: 0, left: 0 })))).toMatchObject({ kind: 'over', percent: 100 });
    // A model that costs nothing takes nothing from what is left.
    expect(quotaOf({ ...left(standing({ used: 1_000, left: 0 })), perTurn: 0 })).toMatchObject({
      kind: 'near',
    });
  });

  it('of several that are over, the one that lasts longest is what one waits for', () => {
    const month = standing({ period: 'month', used: 1_000, left: 0, resetsAt: '2026-12-01T00:00:00.000Z' });
    expect(quotaOf(left(month, standing({ used: 1_000, left: 0 })))).toMatchObject({ period: 'month' });
  });
});

function Shown({ turn }: { turn: string }) {
  const quota = useQuota(turn);
  return quota && <QuotaNote quota={quota} />;
}

describe('on the page', () => {
  it('is asked again after a turn; a used-up allowance says when it begins anew and that words are kept', async () => {
    let answer = left(standing({ used: 900, left: 100 }));
    vi.stubGlobal('fetch', async () => Response.json(answer));
    const { rerender } = render(<Shown turn="a" />);
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('90% of your allowance'));
    answer = left(standing({ used: 990, left: 10 }));
    rerender(<Shown turn="b" />);
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('Your allowance for today is nearly used up');
    expect(note.textContent).toContain('What you type is kept');
    expect(note.querySelector('time')?.getAttribute('datetime')).toBe(RESETS);
  });

  it('is nothing where nobody keeps count', async () => {
    const asked = vi.fn<() => Promise<Response>>(async () => new Response('', { status: 404 }));
    vi.stubGlobal('fetch', asked);
    const { container } = render(<Shown turn="a" />);
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(container.textContent).toBe('');
  });
});
