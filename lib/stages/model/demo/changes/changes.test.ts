import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { readWish } from './read-wish.ts';
import type { Wish } from './wish.ts';

const TODAY = '2026-11-20';

/** A wish in the notation of the lists: tool, then what it is about, after colons; `-` where nothing is to be proposed. */
export function noted(wish: Wish | null): string {
  if (!wish || wish.mood !== 'ask') return '-';
  switch (wish.tool) {
    case 'refund': {
      const { target } = wish;
      const amount = target.kind === 'invoice' && target.amount !== undefined ? `:${target.amount}` : '';
      return `refund:${target.kind === 'open' ? 'ask' : target.kind}${amount}`;
    }
    case 'change_plan':
      return `change_plan:${wish.plan ?? wish.towards ?? 'ask'}`;
    case 'change_seats':
      return `change_seats:${wish.change}:${wish.count ?? 'ask'}`;
    default:
      return wish.tool;
  }
}

function wordings(url: URL): { want: string; text: string }[] {
  return readFileSync(url, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [want, text] = line.split('\t');
      return want && text && !line.startsWith('#') ? [{ want, text }] : [];
    });
}

const read = (text: string) =>
  readWish(text, { language: understand(text, {}, TODAY).language, today: TODAY, focus: {} });

describe('requests for change', () => {
  it.each([
    'wordings-changes.txt',
    'wordings-changes-second.txt',
    'wordings-changes-blind.txt',
    'wordings-changes-mused.txt',
    'wordings-changes-third.txt',
  ])('are told from questions about one: %s', (name) => {
    const all = wordings(new URL(`../testing/${name}`, import.meta.url));
    const missed = all.flatMap(({ want, text }) => {
      const got = noted(read(text));
      return got === want ? [] : [`${want} ← ${text} (${got})`];
    });
    expect(all.length).toBeGreaterThan(75);
    expect(missed).toEqual([]);
  });
});
