import 'server-only';
import { readFileSync } from 'node:fs';
import type { Intent } from './policy.ts';
import { isIntent } from './read-examples.ts';

/** A wording, what it may follow, and what it asks then. */
export type FollowUp = { readonly after: readonly Intent[]; readonly want: Intent; readonly text: string };

const FILES = [
  'invoices.txt',
  'money.txt',
  'plan.txt',
  'voices.txt',
  'persons.txt',
  'facts.txt',
  'people.txt',
];

/** Lines `earlier intents > intent<tab>wording | wording`; `@NAME` stands for intents of `lists.txt`, `=` for what
 * was asked before, `#` begins a remark. */
export function readFollowUps(): FollowUp[] {
  const lists = new Map(linesOf('lists.txt').map(([name = '', intents = '']) => [`@${name}`, intents]));
  return FILES.flatMap(linesOf).flatMap(([head = '', wordings = '']) => {
    const [earlier = '', want = ''] = head.split(' > ');
    const after = earlier
      .split(' ')
      .flatMap((one) => (lists.get(one) ?? one).split(' '))
      .filter(isIntent);
    const texts = wordings.split(' | ');
    // `=` asks the same again, of something else.
    if (want === '=') return after.flatMap((one) => texts.map((text) => ({ after: [one], want: one, text })));
    return isIntent(want) ? texts.map((text) => ({ after, want, text })) : [];
  });
}

function linesOf(name: string): string[][] {
  return readFileSync(new URL(`./follow-ups/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
