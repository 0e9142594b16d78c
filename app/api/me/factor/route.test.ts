import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { makePerson, signedIn } from '#e2e/fixtures/make-person.ts';
import { errorBodySchema } from '#lib/contract/errors.ts';
import { enrolmentSchema } from '#lib/contract/factor.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { POST } from './route.ts';

const jar = vi.hoisted(() => ({ cookie: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      jar.cookie.startsWith(`${name}=`) ? { value: jar.cookie.slice(name.length + 1) } : undefined,
  }),
}));

afterEach(() => void vi.useRealTimers());
afterAll(closeDatabases);

function begin(): Promise<Response> {
  const headers = { origin: env().PUBLIC_URL, 'content-type': 'application/json' };
  return POST(new Request(`${env().PUBLIC_URL}/api/me/factor`, { method: 'POST', headers, body: '{}' }), {});
}

test('a second factor is begun right after signing in, and not in a session that was left open', async () => {
  const { viewer, email } = await makePerson();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 11 * 60_000 });
  const elevenMinutesAgo = await signedIn(viewer, email);
  vi.useRealTimers();
  jar.cookie = elevenMinutesAgo.cookie;
  const refused = await begin();
  expect(refused.status).toBe(403);
  expect(errorBodySchema.parse(await refused.json()).error.code).toBe('step_up_required');

  jar.cookie = (await signedIn(viewer, email)).cookie;
  const begun = await begin();
  expect(begun.status).toBe(201);
  expect(enrolmentSchema.parse(await begun.json()).uri).toContain('otpauth://totp/');
});
