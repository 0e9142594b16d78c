import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { errorBodySchema } from '#lib/contract/errors.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { root } from '#scripts/system/paths.ts';

const looked = vi.hoisted(() => ({ atCookies: 0 }));
// The request's cookies, which outside a running server nobody provides: here it counts who asks for them.
vi.mock('next/headers', () => ({
  cookies: async () => {
    looked.atCookies += 1;
    return { get: () => undefined };
  },
}));

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Says that the process answers, and nothing else: what watches over it may ask from anywhere. */
const OUTSIDE = ['app/api/health/route.ts'];
const files = globSync('app/api/**/route.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const KEPT_OUT = '192.0.2.66';

type Handler = (request: Request, context: object) => Promise<Response>;
const context = { params: Promise.resolve({ id: newId(), number: '1', token: 'x', turnId: newId() }) };
const requestFrom = (address: string, method: string) =>
  new Request('http://localhost:3000/api/anything', { method, headers: { 'x-forwarded-for': address } });

async function ask(file: string, method: string, address: string): Promise<Response> {
  const route: Record<string, Handler | undefined> = await import(/* @vite-ignore */ `../../${file}`);
  const handler = route[method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  return handler(requestFrom(address, method), context);
}
const codeOf = async (response: Response) => errorBodySchema.parse(await response.json()).error.code;

beforeAll(async () => {
  process.env.TRUSTED_PROXY_HOPS = '1';
  await behindTheWalls(`INSERT INTO address_rule (id, action, range) VALUES ($1, 'deny', $2)`, [
    newId(),
    `${KEPT_OUT}/32`,
  ]);
});
afterAll(async () => {
  await behindTheWalls('DELETE FROM address_rule');
  await closeDatabases();
});

describe('an address that is kept out', () => {
  test.each(files.filter((file) => !OUTSIDE.includes(file)))(
    'is refused by every method of %s, before a cookie is looked at',
    async (file) => {
      looked.atCookies = 0;
      for (const method of METHODS) {
        const response = await ask(file, method, KEPT_OUT);
        expect([method, response.status, await codeOf(response)]).toEqual([method, 403, 'address_refused']);
      }
      expect(looked.atCookies).toBe(0);
    },
  );

  test('is refused in every spelling of it, and whatever it claims further left', async () => {
    for (const spelt of [
      `::ffff:${KEPT_OUT}`,
      '::ffff:c000:242',
      `[::FFFF:${KEPT_OUT}]:443`,
      `${KEPT_OUT}:9`,
      `10.0.0.1, ${KEPT_OUT}`,
    ])
      expect([spelt, (await ask('app/api/cases/route.ts', 'GET', spelt)).status]).toEqual([spelt, 403]);
  });

  test('leaves an entry in the log, as nobody: that it was refused, not who claims to be there', async () => {
    const rows = await behindTheWalls<{ role: string }>(
      `SELECT role FROM audit_entry WHERE action = 'request.refused' AND rule = 'address_refused'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(['nobody']));
  });
});

test('another address passes, one that cannot be told does not, and health answers everybody', async () => {
  expect(await codeOf(await ask('app/api/cases/route.ts', 'GET', '192.0.2.67'))).toBe('no_session');
  expect(await codeOf(await ask('app/api/cases/route.ts', 'GET', 'unknown'))).toBe('address_refused');
  expect((await ask('app/api/health/route.ts', 'GET', KEPT_OUT)).status).toBe(200);
});

test('where the rules can no longer be read, nobody passes', async () => {
  await behindTheWalls('REVOKE SELECT ON address_rule FROM cs_app');
  try {
    await expect
      .poll(async () => (await ask('app/api/cases/route.ts', 'GET', '192.0.2.67')).status, {
        timeout: 10_000,
      })
      .toBe(503);
  } finally {
    await behindTheWalls('GRANT SELECT ON address_rule TO cs_app');
  }
});
