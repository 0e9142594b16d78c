import { afterAll, describe, expect, test, vi } from 'vitest';
import { withClient } from '#scripts/database/connect.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { authClient, someAddress } from '#scripts/test/auth-client.ts';
import { makePerson } from '#scripts/test/make-person.ts';
import { THROTTLE } from './policy.ts';
import { closeThrottle, forgiveAttempt, reserveAttempt } from './throttle.ts';

vi.stubEnv('AUTH_TRUST_HOST', '1');
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
  vi.unstubAllEnvs();
});

const someAccount = () => `${Math.random().toString(36).slice(2)}@tests.test`;
const refused = (attempt: Promise<void>) =>
  attempt.then(
    () => null,
    (error) => error,
  );

async function adminQuery(sql: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> {
  return withClient(process.env.TEST_ADMIN_URL ?? '', (client) => client.query(sql, values));
}

describe('guessing one account', () => {
  test('stops after five failures, from however many addresses, and for the right password too', async () => {
    const person = await makePerson({ password: true });
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      const answer = await authClient(someAddress()).submit('callback/credentials', {
        email: person.email,
        password: `guess ${guess}`,
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await authClient(someAddress()).submit('callback/credentials', {
      email: person.email,
      password: person.password,
    });
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(right.location).toContain('/sign-in?error=Throttled&retryAfterS=');
    expect(JSON.parse(right.text).error.code).toBe('rate_limited');
  });

  test('an account that does not exist is throttled just the same', async () => {
    const email = someAccount();
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      statuses.push(
        (await authClient(someAddress()).submit('callback/credentials', { email, password: 'x' })).status,
      );
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('other spellings of its address are the same account', async () => {
    const email = someAccount();
    for (const spelling of [email, email.toUpperCase(), ` ${email}`, `${email} `, email]) {
      await authClient(someAddress()).submit('callback/credentials', { email: spelling, password: 'x' });
    }
    expect(
      (await authClient(someAddress()).submit('callback/credentials', { email, password: 'x' })).status,
    ).toBe(429);
  });

  test('fifty guesses at once get no more tries than one after the other', async () => {
    const account = someAccount();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => refused(reserveAttempt({ account, address: someAddress() }))),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(THROTTLE.account.failures);
  });

  test('each further block is longer, up to an hour', async () => {
    const account = someAccount();
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      let error = null;
      while (error === null) error = await refused(reserveAttempt({ account, address: someAddress() }));
      waits.push(error.retryAfterS);
      // As if the block had passed.
      await adminQuery("UPDATE cs.sign_in_throttle SET expire = 0 WHERE key LIKE 'account:%'");
    }
    expect(waits).toEqual([900, 1_800, 3_600, 3_600]);
  });
});

describe('guessing from one address', () => {
  test('stops after twenty failures, whatever the accounts, and blocks no account that it did not try before', async () => {
    const address = someAddress();
    let tries = 0;
    while ((await refused(reserveAttempt({ account: someAccount(), address }))) === null) tries += 1;
    expect(tries).toBe(THROTTLE.address.failures);
    const bystander = someAccount();
    for (let round = 0; round < 10; round += 1)
      await refused(reserveAttempt({ account: bystander, address }));
    expect(await refused(reserveAttempt({ account: bystander, address: someAddress() }))).toBeNull();
  });

  test('people who know their passwords do not use it up', async () => {
    const address = someAddress();
    for (let round = 0; round < 30; round += 1) {
      const keys = { account: someAccount(), address };
      await reserveAttempt(keys);
      await forgiveAttempt(keys);
    }
    expect(await refused(reserveAttempt({ account: someAccount(), address }))).toBeNull();
  });

  test('signing in to an account of one’s own does not give an address its failures back', async () => {
    const address = someAddress();
    for (let round = 0; round < THROTTLE.address.failures; round += 1) {
      await reserveAttempt({ account: someAccount(), address });
      if (round === 10) {
        const own = { account: someAccount(), address: someAddress() };
        await reserveAttempt(own);
        await forgiveAttempt(own);
      }
    }
    expect((await refused(reserveAttempt({ account: someAccount(), address })))?.code).toBe('rate_limited');
  });
});

test('the table names nobody', async () => {
  const account = someAccount();
  await reserveAttempt({ account, address: '203.0.113.77' });
  const { rows } = await adminQuery('SELECT key FROM cs.sign_in_throttle');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(account.split('@')[0]);
  expect(JSON.stringify(rows)).not.toContain('203.0.113');
});

test('while failures cannot be counted nobody signs in, not even with the right password', async () => {
  const person = await makePerson({ password: true });
  await adminQuery('ALTER TABLE cs.sign_in_throttle RENAME TO sign_in_throttle_away');
  try {
    expect(await refused(reserveAttempt({ account: person.email, address: someAddress() }))).not.toBeNull();
    const client = authClient();
    const answer = await client.submit('callback/credentials', {
      email: person.email,
      password: person.password,
    });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(client.cookies.has('next-auth.session-token')).toBe(false);
  } finally {
    await adminQuery('ALTER TABLE cs.sign_in_throttle_away RENAME TO sign_in_throttle');
  }
});

test('every attempt leaves an audit entry: allowed, failed, throttled', async () => {
  const person = await makePerson({ password: true });
  const sign = (password: string) =>
    authClient(someAddress()).submit('callback/credentials', { email: person.email, password });
  await sign(person.password);
  for (let guess = 0; guess < 5; guess += 1) await sign('wrong');
  const { rows: before } = await adminQuery(
    "SELECT count(*)::int AS n FROM cs.audit_entry WHERE action = 'identity.sign_in_throttled'",
  );
  await sign('wrong');
  const { rows: after } = await adminQuery(
    "SELECT count(*)::int AS n FROM cs.audit_entry WHERE action = 'identity.sign_in_throttled'",
  );
  const { rows } = await adminQuery(
    'SELECT action, outcome FROM cs.audit_entry WHERE person_id = $1 ORDER BY at',
    [person.viewer.personId],
  );
  expect(rows).toEqual([
    { action: 'identity.signed_in', outcome: 'allowed' },
    ...Array.from({ length: 5 }, () => ({ action: 'identity.sign_in_failed', outcome: 'denied' })),
  ]);
  expect(Number(after[0]?.['n']) - Number(before[0]?.['n'])).toBe(1);
});
