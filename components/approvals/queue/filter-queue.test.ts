import { expect, it } from 'vitest';
import type { QueueItem } from '#lib/contract/approvals.ts';
import type { Money } from '#lib/contract/money.ts';
import { filterQueue } from './filter-queue.ts';

const item = (customer: string, amount: Money | null): QueueItem => ({
  approvalId: crypto.randomUUID(),
  customer,
  tool: 'refund',
  risk: 'irreversible',
  state: 'confirmed',
  amount,
  confirmedAt: '2026-11-20T10:00:00Z',
  expiresAt: '2026-11-23T10:00:00Z',
});
const ITEMS = [
  item('Northwind', { amountMinor: 9_999, currency: 'EUR' }),
  item('Acme', { amountMinor: 10_000, currency: 'USD' }),
  item('Acme', { amountMinor: 1_000, currency: 'JPY' }),
  item('Northwind', null),
];
const found = (band: 'small' | 'middle' | 'large' | null, customer = '') =>
  filterQueue(ITEMS, { band, customer }).map((one) => ITEMS.indexOf(one));

it('amounts are compared in whole units of their own currency', () => {
  expect(found('small')).toEqual([0]);
  expect(found('middle')).toEqual([1]);
  expect(found('large')).toEqual([2]);
  expect(found(null)).toEqual([0, 1, 2, 3]);
});

it('a customer is found by any part of the name, however it is written', () => {
  expect(found(null, ' NORTH ')).toEqual([0, 3]);
  expect(found('small', 'acme')).toEqual([]);
});
