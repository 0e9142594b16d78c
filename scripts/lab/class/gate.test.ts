import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { PLAYER_COOKIE } from '#lib/operations/lab/class/policy.ts';
import { isPrivateAddress } from './addresses.ts';
import { createBuckets } from './buckets.ts';
import { type Gate, openGate } from './gate.ts';
import { GATE_LIMITS, judgeRequest } from './gate-rules.ts';

const PLAYER = `${PLAYER_COOKIE}=0199-a.mac`;

describe('an address is private', () => {
  it.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.178.20',
    '169.254.1.1',
    '127.0.0.1',
    'fd00::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
  ])('%s', (address) => expect(isPrivateAddress(address)).toBe(true));
  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '2001:db8::1',
    '0.0.0.0',
    '::',
    '',
    'lab.test',
    '::ffff:8.8.8.8',
  ])('and “%s” is not', (address) => expect(isPrivateAddress(address)).toBe(false));
});

test('a gate is refused on an address that the world can reach', async () => {
  await expect(
    openGate({ address: '0.0.0.0', port: 0, app: 'http://127.0.0.1:1', origin: 'http://localhost:1' }),
  ).rejects.toThrow(/private/);
});

describe('a request of the class leads', () => {
  const toApp = (method: string, url: string) => judgeRequest(method, url, PLAYER).to;
  it.each([
    ['GET', '/lab'],
    ['GET', '/lab/levels/3?x=1'],
    ['HEAD', '/lab/run'],
    ['GET', '/api/lab/class/board'],
    ['POST', '/api/lab/class/join'],
    ['POST', '/api/lab/runs'],
    ['GET', '/_next/static/chunks/a-b_c.js'],
  ])('to the app: %s %s', (method, url) => expect(toApp(method, url)).toBe('app'));

  it.each([
    ['GET', '/sign-in'],
    ['POST', '/api/chat'],
    ['POST', '/api/auth/callback/demo'],
    ['GET', '/admin/audit'],
    ['GET', '/lab/../api/conversations'],
    ['GET', '/lab/%2e%2e/api/conversations'],
    ['GET', '/lab/%2e%2e%2fapi/conversations'],
    ['GET', '//evil.test/lab'],
    ['GET', 'http://evil.test/lab'],
    ['GET', '/lab\\..\\api\\chat'],
    ['GET', '/lab/projector'],
    ['GET', '/lab/class'],
    ['POST', '/api/lab/class/freeze'],
    ['POST', '/api/lab/class/reset'],
    ['GET', '/api/lab/class'],
    ['POST', '/api/v1/redteam/chat'],
    ['DELETE', '/api/lab/runs'],
    ['GET', '/_next/image'],
    ['GET', '/_next/static/../../api/chat'],
  ])('nowhere: %s %s', (method, url) => expect(toApp(method, url)).toBe('nowhere'));

  it('to the page that asks for a code, where nobody has joined', () => {
    expect(judgeRequest('GET', '/', undefined).to).toBe('join');
    expect(judgeRequest('GET', '/lab/levels', 'next-auth.session-token=x').to).toBe('join');
    expect(judgeRequest('GET', '/lab/join?code=A', undefined).to).toBe('app');
  });
});

test('a bucket lets so many through at once, then as many as it fills', () => {
  const { take } = createBuckets({ aSecond: 2, atOnce: 3 });
  const at = (nowMs: number, times: number) => Array.from({ length: times }, () => take('a', nowMs));
  expect(at(0, 4)).toEqual([true, true, true, false]);
  expect(take('b', 0)).toBe(true);
  expect(at(1000, 3)).toEqual([true, true, false]);
});

describe('between the local network and the app', () => {
  let app: Server;
  let gate: Gate;
  let seen: { url: string; headers: IncomingHttpHeaders; body: string } | undefined;
  beforeAll(async () => {
    app = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
      seen = { url: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(chunks).toString() };
      outgoing.setHeader('Set-Cookie', ['countersign-lab.session=secret', `${PLAYER_COOKIE}=new; HttpOnly`]);
      outgoing.write('first ');
      await sleep(20);
      outgoing.end('second');
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const bound = app.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    gate = await openGate({
      address: '127.0.0.1',
      port: 0,
      app: `http://127.0.0.1:${port}`,
      origin: `http://localhost:${port}`,
      // Time stands: a slow machine would fill the buckets while they are emptied.
      clock: () => 0,
    });
  });
  afterAll(async () => {
    await gate.close();
    app.close();
  });

  it('goes the player’s cookie alone, the app’s own origin, and no header that is not known', async () => {
    const response = await fetch(`${gate.url}/api/lab/runs`, {
      method: 'POST',
      body: '{"a":1}',
      headers: {
        'content-type': 'application/json',
        origin: gate.url,
        cookie: `countersign-lab.session=stolen; ${PLAYER}; next-auth.session-token=x`,
        'x-forwarded-for': '8.8.8.8',
        'x-lab-run': 'faults',
        authorization: 'Bearer x',
      },
    });
    expect(await response.text()).toBe('first second');
    expect(seen?.headers.cookie).toBe(PLAYER);
    expect(seen?.headers.origin).toMatch(/^http:\/\/localhost:/);
    expect(seen?.headers.host).toBe(new URL(seen?.headers.origin ?? '').host);
    for (const name of ['x-forwarded-for', 'x-lab-run', 'authorization'])
      expect(seen?.headers).not.toHaveProperty(name);
    expect(seen?.body).toBe('{"a":1}');
    expect(response.headers.getSetCookie()).toEqual([`${PLAYER_COOKIE}=new; HttpOnly`]);
  });

  it('a page of another site, another name for this machine and a body without end are refused as the app would', async () => {
    const refused = async (init: RequestInit) => {
      const response = await fetch(`${gate.url}/api/lab/runs`, { method: 'POST', ...init });
      const body: unknown = await response.json();
      return [response.status, body];
    };
    expect(await refused({ headers: { origin: 'http://evil.test' } })).toEqual([
      403,
      { error: { code: 'bad_origin', message: expect.any(String), requestId: expect.any(String) } },
    ]);
    expect(await refused({ body: 'x'.repeat(1_000_000) })).toEqual([413, expect.anything()]);
    const byOtherName = await new Promise<number>((resolve) => {
      request(`${gate.url}/lab`, { headers: { host: 'evil.test' } }, (response) =>
        resolve(response.statusCode ?? 0),
      ).end();
    });
    expect(byOtherName).toBe(403);
  });

  it('guesses of the class’s code wait, however the address is spelled and whatever cookie comes with them', async () => {
    const guess = (index: number) =>
      new Promise<number>((resolve) => {
        request(
          `${gate.url}`,
          {
            method: 'POST',
            path: index % 2 === 0 ? '/api/lab/./class/join' : '/api/lab/class/../class/join?again',
            headers: { cookie: `${PLAYER_COOKIE}=guess.${index}`, 'content-length': 0 },
          },
          (response) => resolve(response.resume().statusCode ?? 0),
        ).end();
      });
    const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => guess(index)));
    expect(answers.filter((status) => status === 200).length).toBe(GATE_LIMITS.join.atOnce);
    expect(answers.filter((status) => status === 429).length).toBe(120 - GATE_LIMITS.join.atOnce);
  });

  it('too many requests of one player wait, and other players do not', async () => {
    const press = async (who: string) =>
      (await fetch(`${gate.url}/api/lab/class/board`, { headers: { cookie: `${PLAYER_COOKIE}=${who}` } }))
        .status;
    const eager = await Promise.all(Array.from({ length: 120 }, () => press('eager.x')));
    expect(eager.filter((status) => status === 429).length).toBe(120 - GATE_LIMITS.player.atOnce);
    expect(await press('calm.x')).toBe(200);
  });
});
