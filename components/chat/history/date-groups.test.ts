import { expect, it } from 'vitest';
import { groupByDate } from './date-groups.ts';

const at = (updatedAt: string) => ({
  id: updatedAt,
  title: updatedAt,
  createdAt: updatedAt,
  updatedAt,
  expiresAt: updatedAt,
});
const now = '2026-11-20T00:30:00.000Z';

it('conversations stand under the day it is where the viewer lives', () => {
  const list = [
    '2026-11-20T00:10:00Z',
    '2026-11-19T23:50:00Z',
    '2026-11-19T10:00:00Z',
    '2026-11-14T10:00:00Z',
    '2026-11-01T10:00:00Z',
    '2026-08-01T10:00:00Z',
  ].map(at);
  expect(
    groupByDate(list, now, 'Europe/Dublin').map((group) => [group.label, group.conversations.length]),
  ).toEqual([
    ['Today', 1],
    ['Yesterday', 2],
    ['Previous 7 days', 1],
    ['Previous 30 days', 1],
    ['August 2026', 1],
  ]);
  // In New York it is still the 19th.
  expect(groupByDate(list, now, 'America/New_York')[0]).toMatchObject({
    label: 'Today',
    conversations: [{}, {}, {}],
  });
});

it('one that the server dated a moment ahead is of today', () => {
  expect(groupByDate([at('2026-11-20T00:31:00Z')], now, 'UTC')[0]?.label).toBe('Today');
});
