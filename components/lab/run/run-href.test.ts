import { expect, it } from 'vitest';
import { readDefences, runHref } from './run-href.ts';

const rightOf = (href: string) =>
  readDefences(new URLSearchParams(href.split('?')[1]).get('right') ?? undefined);

it.each([
  { profile: 'guards-only' } as const,
  { keeps: ['screening', 'approvals'] },
  { keeps: [] },
  { without: ['no-hold-back'] },
])('%j survives an address', (by) => expect(rightOf(runHref('a', 'none', by))).toEqual(by));

it.each([undefined, '', 'nonsense', 'keeps', 'profile:none'])('%s is no set of defences', (text) =>
  expect(readDefences(text)).toBeNull(),
);
