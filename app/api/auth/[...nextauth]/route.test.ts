import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import { decodeSession } from '#lib/stages/identity/session-token.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { authClient, someAddress } from '#scripts/test/auth-client.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';

const COOKIE = 'next-auth.session-token';
let person: MadePerson;

beforeAll(async () => {
  vi.stubEnv('AUTH_TRUST_HOST', '1');
  person = await makePerson({ password: true });
});
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
  vi.unstubAllEnvs();
});

describe('signing in', () => {
  test('the right password gives a session of that person, and nothing else in its token', async () => {
    const client = authClient();
    const answer = await client.submit('callback/credentials', {
      email: person.email,
      password: person.password,
      callbackUrl: '/invoices',
    });
    expect(answer.status).toBe(200);
    expect(answer.location).toBe('http://localhost:3000/invoices');
    const session = await decodeSession(client.cookies.get(COOKIE));
    expect(session).toMatchObject({
      personId: person.viewer.personId,
      tenantId: person.viewer.homeTenantId,
      role: 'owner',
    });
    expect((session?.expiresAtS ?? 0) - (session?.signedInAtS ?? 0)).toBe(12 * 3600);
    expect(JSON.parse((await client.get('session')).text).user.email).toBe(person.email);
  });

  test('the cookie is HttpOnly, SameSite and for the whole host', async () => {
    const client = authClient();
    const answer = await client.submit('callback/credentials', {
      email: person.email,
      password: person.password,
    });
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(COOKIE)) ?? '';
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Path=\//);
    expect(line).not.toMatch(/Domain/);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('it works the same on 127.0.0.1, and stays there', async () => {
    const client = authClient(someAddress(), 'http://127.0.0.1:3000');
    const answer = await client.submit('callback/credentials', {
      email: person.email,
      password: person.password,
      callbackUrl: '/',
    });
    expect(answer.location).toBe('http://127.0.0.1:3000/');
  });

  test('a planted cookie differs afterwards and is worth nothing', async () => {
    const client = authClient();
    await client.submit('callback/credentials', { email: person.email, password: person.password });
    const planted = client.cookies.get(COOKIE) ?? '';
    await client.submit('callback/credentials', { email: person.email, password: person.password });
    expect(client.cookies.get(COOKIE)).not.toBe(planted);
    client.cookies.set(COOKIE, planted);
    expect((await client.get('session')).text).toBe('{}');
  });

  test('a plain form without script is sent to the page it asked for', async () => {
    const client = authClient();
    const { csrfToken } = JSON.parse((await client.get('csrf')).text);
    const answer = await client.post('callback/credentials', {
      email: person.email,
      password: person.password,
      csrfToken,
      callbackUrl: '/plan',
    });
    expect([302, 303]).toContain(answer.status);
    expect(answer.location).toBe('http://localhost:3000/plan');
  });

  test.each([
    'https://evil.test/',
    '//evil.test/',
    'javascript:alert(1)',
    'http://localhost:3000.evil.test/',
    '\\\\evil.test',
  ])('it never leads to %s', async (callbackUrl) => {
    const client = authClient();
    const answer = await client.submit('callback/credentials', {
      email: person.email,
      password: person.password,
      callbackUrl,
    });
    expect(new URL(answer.location ?? '', 'http://localhost:3000').origin).toBe('http://localhost:3000');
  });
});

describe('a failed sign-in says one thing only', () => {
  test('unknown account, wrong password, no password and nonsense get the same status, body and headers', async () => {
    const without = await makePerson();
    const answers = [];
    for (const [email, password] of [
      [person.email, 'wrong'],
      ['nobody@tests.test', 'wrong'],
      [without.email, 'wrong'],
      [person.email, ''],
      ['not an address', 'wrong'],
      ['a＠b.com', 'wrong'],
    ] as const) {
      const client = authClient();
      const { status, text, headers } = await client.submit('callback/credentials', { email, password });
      expect(client.cookies.has(COOKIE)).toBe(false);
      answers.push({ status, text, headers: [...headers].filter(([name]) => name !== 'set-cookie') });
    }
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.text).toContain('CredentialsSignin');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('an unknown account takes about as long as a wrong password', async () => {
    // Hashing is by far the most of it, and computing is all that is counted: waiting on a busy machine is not.
    const takenMs = async (email: string) => {
      const client = authClient();
      const { csrfToken } = JSON.parse((await client.get('csrf')).text);
      const started = process.cpuUsage();
      await client.post('callback/credentials', { email, password: 'wrong', csrfToken, json: 'true' });
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1_000;
    };
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 9; round += 1) {
      times.known.push(await takenMs((await makePerson({ password: true })).email));
      times.unknown.push(await takenMs(`nobody-${round}-${Date.now()}@tests.test`));
    }
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.5);
  });
});

describe('signing out', () => {
  test('ends the session on the server: a copy of the cookie is worth nothing', async () => {
    const client = authClient();
    await client.submit('callback/credentials', { email: person.email, password: person.password });
    const copy = client.cookies.get(COOKIE) ?? '';
    const other = authClient();
    await other.submit('callback/credentials', { email: person.email, password: person.password });
    await client.submit('signout', { callbackUrl: '/sign-in' });
    expect(client.cookies.has(COOKIE)).toBe(false);
    client.cookies.set(COOKIE, copy);
    expect((await client.get('session')).text).toBe('{}');
    expect(JSON.parse((await other.get('session')).text).user.email).toBe(person.email);
  });
});

describe('the forms cannot be posted by another site', () => {
  const form = { email: 'a@b.test', password: 'x', json: 'true' };
  test.each([
    ['no origin', { origin: '' }],
    ['null origin', { origin: 'null' }],
    ['a sibling origin', { origin: 'http://evil.localhost:3000' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['cross-site by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['same-site by the browser', { 'sec-fetch-site': 'same-site' }],
  ])('%s → 403', async (_name, headers) => {
    expect((await authClient().post('callback/credentials', form, headers)).status).toBe(403);
  });

  test('without the CSRF token of this browser nobody is signed in', async () => {
    const client = authClient();
    await client.post('callback/credentials', {
      email: person.email,
      password: person.password,
      csrfToken: 'x'.repeat(64),
      json: 'true',
    });
    expect(client.cookies.has(COOKIE)).toBe(false);
  });
});

describe('what is not offered is refused with the contract’s body', () => {
  test.each([
    ['larger than the cap', 'callback/credentials', { email: 'a'.repeat(20_000) }, {}, 413],
    ['JSON', 'callback/credentials', {}, { 'content-type': 'application/json' }, 415],
    ['an unknown action', 'callback/github', {}, {}, 404],
    ['its client’s log sink', '_log', {}, {}, 404],
    ['session updates', 'session', {}, {}, 404],
    ['path tricks', '__proto__/x', {}, {}, 404],
  ])('%s', async (_name, path, fields, headers, status) => {
    const answer = await authClient().post(path, fields, headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).error.code).toBeTypeOf('string');
  });

  test('the demonstration’s one-click sign-in does not exist without DEMO=1', async () => {
    const client = authClient();
    await client.submit('callback/demo', { account: 'owner@northwind.test' });
    expect(client.cookies.has(COOKIE)).toBe(false);
    expect((await client.get('providers')).text).not.toContain('demo');
  });
});
