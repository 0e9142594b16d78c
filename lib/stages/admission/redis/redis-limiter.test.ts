import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { toAppError } from '#lib/kernel/errors.ts';
import { sweepLostTurns } from '#lib/operations/jobs/sweep-lost-turns.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import type { Limiter } from '../limiter.ts';
import {
  allow,
  PATIENCE_MS,
  redisUrl,
  takeBudgetsBack,
  underTest,
  type UnderTest,
} from '../limits.test-data.ts';
import { LEASE_MS, LIMIT_FRESH_MS, NEVER_OPENED_MS } from '../policy.ts';
import { open, opening, settle } from '../turns.test-data.ts';
import { redisLimiter } from './redis-limiter.ts';
import { connectRedis } from './run-script.ts';

const RESERVE = 100;
const START = Date.parse('2027-05-31T23:50:00.000Z');
let person: MadePerson;
beforeEach(async () => {
  person = await makePerson();
});
afterAll(closeDatabases);

const asked = (more: object = {}) => opening(person, { unit: 'micro_usd', amount: RESERVE }, more);
const codeOf = (limiter: Limiter, one = asked()) =>
  open(limiter, one).then(
    ({ kind }) => kind,
    (error: unknown) => toAppError(error).code,
  );
const stored = () => behindTheWalls('SELECT 1 FROM turn WHERE person_id = $1', [person.viewer.personId]);

async function listening(
  answer: (socket: Socket) => void,
): Promise<{ url: string; server: Server; drop: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    answer(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return { url: `redis://127.0.0.1:${port}`, server, drop };
}

describe('a Redis that is not there admits nobody: busy, and nothing is stored', () => {
  test('where nothing listens', async () => {
    const { run, close } = connectRedis('redis://127.0.0.1:2', '{none}');
    expect(await codeOf(redisLimiter(run))).toBe('busy');
    expect(await stored()).toEqual([]);
    await close();
  });

  test('where something listens and says nothing', async () => {
    const silent = await listening(() => undefined);
    const { run, close } = connectRedis(silent.url, '{none}');
    expect(await codeOf(redisLimiter(run))).toBe('busy');
    expect(await stored()).toEqual([]);
    await close();
    silent.drop();
    silent.server.close();
  });

  test('and a turn that ends meanwhile is booked all the same', async () => {
    const { run, close } = connectRedis('redis://127.0.0.1:2', '{none}');
    await expect(redisLimiter(run).ended('00000000-0000-4000-8000-000000000001', 5)).resolves.toBeUndefined();
    await close();
  });
});

describe.skipIf(!redisUrl)('a Redis', () => {
  let under: UnderTest;
  let now = START;
  const wait = async (ms: number) => {
    now += ms;
    await under.at(new Date(now));
  };
  const held = () =>
    under.standing('micro_usd', 'person', person.viewer.personId, new Date(now).toISOString().slice(0, 10));
  beforeAll(async () => {
    under = await underTest('redis');
  });
  beforeEach(async () => {
    now = START;
    await under.at(new Date(now));
  });
  afterEach(takeBudgetsBack);
  afterAll(() => under.close());

  test('that vanishes in between is busy, and admits again once it is back, with what it knew', async () => {
    const real = new URL(redisUrl ?? '');
    const pass = (socket: Socket) => {
      const upstream = connect(Number(real.port || 6_379), real.hostname);
      upstream.on('error', () => socket.destroy());
      socket.pipe(upstream).pipe(socket);
      socket.on('close', () => upstream.destroy());
    };
    const proxy = await listening(pass);
    const { run, close } = connectRedis(proxy.url, `{test-${person.viewer.personId}}`, {
      timeoutMs: PATIENCE_MS,
    });
    const limiter = redisLimiter(run);
    expect(await codeOf(limiter)).toBe('opened');
    const { port } = new URL(proxy.url);
    proxy.server.close();
    proxy.drop();
    expect(await codeOf(limiter)).toBe('busy');
    expect(await stored()).toHaveLength(1);
    const back = createServer(pass).listen(Number(port), '127.0.0.1');
    await expect.poll(() => codeOf(limiter), { timeout: 20_000, interval: 200 }).toBe('opened');
    expect(await codeOf(limiter)).toBe('opened');
    // Three at once is the most, and it remembers the first.
    expect(await codeOf(limiter)).toBe('rate_limited');
    await close();
    back.close();
  });

  test('that admitted what never reached the database holds it until the sweeper has asked the database', async () => {
    const one = asked();
    const lost = under.limiter.decide(one, () => Promise.reject(new Error('the process died here')));
    await expect(lost).rejects.toThrow('the process died here');
    expect(await held()).toEqual([RESERVE, 0]);
    await wait(LEASE_MS + 1);
    await sweepLostTurns(under.limiter);
    expect((await under.standing('micro_usd', 'person', person.viewer.personId, '2027-05-31'))[0]).toBe(
      RESERVE,
    );
    await wait(NEVER_OPENED_MS);
    await sweepLostTurns(under.limiter);
    expect(await under.standing('micro_usd', 'person', person.viewer.personId, '2027-05-31')).toEqual([0, 0]);
  });

  test('counts a turn that is answered again under its own id, and what it had held before as spent', async () => {
    const one = asked({ idempotencyKey: 'the-same-key' });
    expect(await codeOf(under.limiter, one)).toBe('opened');
    await wait(LEASE_MS + 1);
    const again = await open(under.limiter, asked({ idempotencyKey: 'the-same-key' }));
    expect(again).toMatchObject({ kind: 'opened', turn: { turnId: one.ids.turnId } });
    expect(await held()).toEqual([RESERVE, RESERVE]);
    await settle(under.limiter, person, { turnId: one.ids.turnId, spent: 30, reserved: RESERVE });
    expect(await held()).toEqual([0, RESERVE + 30]);
    const [row] = await behindTheWalls<{ settled: number }>(
      `SELECT settled::int AS settled FROM spend WHERE subject_id = $1 AND period = 'day'`,
      [person.viewer.personId],
    );
    expect(row?.settled).toBe(RESERVE + 30);
  });

  test('that lost everything is filled from the database: what is spent, what runs, and who has asked within the minute', async () => {
    await allow('person', person.viewer.personId, 'day', 3 * RESERVE);
    const [ended, running] = [asked(), asked()];
    expect(await codeOf(under.limiter, ended)).toBe('opened');
    await settle(under.limiter, person, { turnId: ended.ids.turnId, spent: 70, reserved: RESERVE });
    expect(await codeOf(under.limiter, running)).toBe('opened');
    await under.lose();
    const third = await open(under.limiter, asked());
    expect(third).toMatchObject({ kind: 'opened', headers: { 'RateLimit-Remaining': '7' } });
    expect(await held()).toEqual([2 * RESERVE, 70]);
    expect(await codeOf(under.limiter)).toBe('budget_exhausted');
    await settle(under.limiter, person, { turnId: running.ids.turnId, spent: 10, reserved: RESERVE });
    expect(await held()).toEqual([RESERVE, 80]);
  });

  test('learns of another limit within seconds', async () => {
    expect(await codeOf(under.limiter)).toBe('opened');
    await allow('person', person.viewer.personId, 'month', RESERVE);
    await wait(LIMIT_FRESH_MS + 1);
    expect(await codeOf(under.limiter)).toBe('budget_exhausted');
  });

  test('begins a month anew with the month, and a clock that goes back finds what it left', async () => {
    await allow('person', person.viewer.personId, 'month', RESERVE);
    const one = asked();
    expect(await codeOf(under.limiter, one)).toBe('opened');
    await settle(under.limiter, person, { turnId: one.ids.turnId, spent: RESERVE, reserved: RESERVE });
    expect(await codeOf(under.limiter)).toBe('budget_exhausted');
    await wait(10 * 60_000);
    expect(await codeOf(under.limiter)).toBe('opened');
    await wait(-10 * 60_000);
    expect(await codeOf(under.limiter)).toBe('budget_exhausted');
  });
});
