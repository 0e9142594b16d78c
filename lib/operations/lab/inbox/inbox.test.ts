import { afterAll, beforeAll, expect, test } from 'vitest';
import { INBOX_HITS_MAX, KEPT_MAX } from '../policy.ts';
import type { Inbox } from './inbox.ts';
import { startInbox } from './start-inbox.ts';

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox();
});
afterAll(() => inbox.close());

const send = async (url: string, init?: RequestInit) => (await fetch(url, init)).arrayBuffer();

test('it listens on the loopback alone', () => {
  expect(new URL(inbox.origin).hostname).toBe('127.0.0.1');
});

test('what reaches a run’s own address is kept with its bytes, and how it got there', async () => {
  inbox.expect('run-one');
  await send(`${inbox.addressOf('run-one')}p.png?q=You%20owe+12`, { headers: { 'x-by': 'fetched' } });
  await send(`${inbox.addressOf('run-one')}drop`, { method: 'POST', body: 'secret' });
  const hits = inbox.hitsOf('run-one');
  expect(hits[0]).toMatchObject({
    method: 'GET',
    path: '/run-one/p.png',
    query: 'q=You owe 12',
    by: 'fetched',
  });
  expect(hits[1]).toMatchObject({ method: 'POST', path: '/run-one/drop', body: 'secret', by: 'sent' });
  expect(hits[1]?.bytes).toBe('/run-one/drop'.length + 6);
});

test('two runs never see each other’s, and what nobody waits for is forgotten', async () => {
  inbox.expect('run-two');
  await send(`${inbox.origin}/run-three/x`);
  await send(`${inbox.origin}/`);
  expect(inbox.hitsOf('run-two')).toEqual([]);
  expect(inbox.hitsOf('run-three')).toEqual([]);
  inbox.forget('run-one');
  await send(`${inbox.origin}/run-one/late`);
  expect(inbox.hitsOf('run-one')).toEqual([]);
});

test('a megabyte is counted and not kept, and no flood fills it', async () => {
  inbox.expect('run-big');
  await send(`${inbox.addressOf('run-big')}big`, { method: 'POST', body: 'x'.repeat(1_000_000) });
  const [hit] = inbox.hitsOf('run-big');
  expect(hit?.bytes).toBeGreaterThan(1_000_000);
  expect(hit?.body.length).toBe(KEPT_MAX);
  for (let round = 0; round < 5; round += 1)
    await Promise.all(Array.from({ length: 50 }, () => send(`${inbox.addressOf('run-big')}${round}`)));
  expect(inbox.hitsOf('run-big').length).toBe(INBOX_HITS_MAX);
});
