import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueItem } from '#lib/contract/approvals.ts';
import { QueueRows } from './queue-rows.tsx';

const item = (n: number): QueueItem => ({
  approvalId: `0190a5b0-0000-7000-8000-00000000000${n}`,
  tool: 'refund',
  customer: `Customer ${n}`,
  amount: null,
  risk: 'externally_reversible',
  state: 'confirmed',
  confirmedAt: '2026-11-20T10:00:00.000Z',
  expiresAt: '2026-11-22T10:00:00.000Z',
});

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () =>
  /Customer \d/.exec(document.activeElement?.closest('a')?.textContent ?? '')?.[0] ?? null;

describe('the keys of the queue', () => {
  beforeEach(() => {
    render(<QueueRows items={[1, 2, 3, 4].map(item)} timeZone="UTC" />);
  });
  afterEach(cleanup);

  it('move one row at a press, wherever the focus is', () => {
    press('j');
    expect(focused()).toBe('Customer 1');
    press('j');
    expect(focused()).toBe('Customer 2');
    press('ArrowDown');
    expect(focused()).toBe('Customer 3');
    press('k');
    expect(focused()).toBe('Customer 2');
    press('ArrowUp');
    expect(focused()).toBe('Customer 1');
  });

  it('stop at the ends, and Home and End go there', () => {
    press('k');
    press('End');
    press('j');
    expect(focused()).toBe('Customer 4');
    press('Home');
    press('k');
    expect(focused()).toBe('Customer 1');
  });

  it('are left alone with a modifier, and arrows outside the list scroll the page', () => {
    fireEvent.keyDown(document.body, { key: 'j', metaKey: true });
    press('ArrowDown');
    expect(focused()).toBeNull();
  });
});
