import { describe, expect, test } from 'vitest';
import { makeQueue } from './queue-search.ts';

const LIMITS = { person: 2, process: 4, waiting: 3 };

/** Pieces of work that end when they are told to, by name, and who has begun. */
function bench() {
  const queue = makeQueue(LIMITS);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const search = (name: string, signal?: AbortSignal) =>
    queue(
      name.charAt(0),
      () =>
        new Promise<string>((resolve) => {
          begun.push(name);
          ends.set(name, () => resolve(name));
        }),
      signal,
    ).catch((error: { code?: string }) => error.code);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    ends.get(name)?.();
    await settle();
  };
  return { begun, search, end, settle, queue };
}

describe('searches at once', () => {
  test('of one person are two, and the next begins as one ends', async () => {
    const { begun, search, end, settle } = bench();
    for (const name of ['a1', 'a2', 'a3', 'a4']) void search(name);
    await settle();
    expect(begun).toEqual(['a1', 'a2']);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'a3']);
    await end('a2');
    expect(begun).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  test('of everybody are four; whoever waits for their own keeps nobody else waiting', async () => {
    const { begun, search, end, settle } = bench();
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2', 'd1']) void search(name);
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1']);
    await end('c1');
    expect(begun.at(-1)).toBe('b2');
    await end('b2');
    expect(begun.at(-1)).toBe('d1');
    await end('a2');
    expect(begun.at(-1)).toBe('a3');
  });

  test('beyond those that wait are refused, and cost nothing', async () => {
    const { begun, search, settle } = bench();
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void search(name);
    expect(await search('a6')).toBe('rate_limited');
    await settle();
    expect(begun).toEqual(['a1', 'a2']);
  });

  test('that nobody waits for any more are left out', async () => {
    const { begun, search, end, settle } = bench();
    const typing = new AbortController();
    void search('a1');
    void search('a2');
    const third = search('a3', typing.signal);
    void search('a4');
    await settle();
    typing.abort();
    expect(await third).toBe('busy');
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'a4']);
    expect(await search('b1', AbortSignal.abort())).toBe('busy');
  });

  test('that fail give their place back', async () => {
    const { begun, search, settle, queue } = bench();
    const failing = () => queue('a', () => Promise.reject(new Error('no')));
    await Promise.allSettled([failing(), failing(), failing()]);
    void search('a1');
    void search('a2');
    await settle();
    expect(begun).toEqual(['a1', 'a2']);
  });
});
