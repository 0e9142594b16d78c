import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import { authClient, someAddress } from '#scripts/test/auth-client.ts';
import { makePerson } from '#scripts/test/make-person.ts';
import { closeThrottle } from './throttle.ts';

const PUBLIC = 'https://billing.countersign.test';

beforeAll(() => {
  vi.stubEnv('AUTH_TRUST_HOST', '1');
  vi.stubEnv('PUBLIC_URL', PUBLIC);
  vi.stubEnv('RUN_MODE', 'serve');
});
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
  vi.unstubAllEnvs();
});

test('over https every cookie is Secure, and the session’s is pinned to this host', async () => {
  const person = await makePerson({ password: true });
  const client = authClient(someAddress(), PUBLIC);
  const answer = await client.submit('callback/credentials', {
    email: person.email,
    password: person.password,
  });
  expect(answer.location).toBe(`${PUBLIC}/`);
  expect([...client.cookies.keys()].sort()).toEqual([
    '__Host-next-auth.csrf-token',
    '__Host-next-auth.session-token',
    '__Secure-next-auth.callback-url',
  ]);
  for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/; Secure/);
  expect(JSON.parse((await client.get('session')).text).user.email).toBe(person.email);
});

test('a cookie under the plain name, which any subdomain or http page could set, is not read', async () => {
  const person = await makePerson();
  const client = authClient(someAddress(), PUBLIC);
  client.cookies.set('next-auth.session-token', person.cookie.slice(person.cookie.indexOf('=') + 1));
  expect((await client.get('session')).text).toBe('{}');
});

test('in production loopback origins are not ours, and a foreign Host does not become our address', async () => {
  const form = { email: 'a@b.test', password: 'x', json: 'true' };
  const local = authClient(someAddress(), 'http://localhost:3000');
  expect((await local.post('callback/credentials', form)).status).toBe(403);
  const client = authClient(someAddress(), 'https://evil.test');
  expect((await client.get('providers')).text).not.toContain('evil');
});
