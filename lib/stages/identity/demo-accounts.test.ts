import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { authClient } from '#scripts/test/auth-client.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { decodeSession } from './session-token.ts';

const COOKIE = 'next-auth.session-token';
let owner: MadePerson;
let member: MadePerson;

async function remove(person: MadePerson): Promise<void> {
  await withViewer(
    person.viewer,
    (tx) => tx.person.deleteMany({ where: { id: person.viewer.personId } }),
    'owner',
  );
}

beforeAll(async () => {
  vi.stubEnv('AUTH_TRUST_HOST', '1');
  vi.stubEnv('DEMO', '1');
  owner = await makePerson({ email: 'owner@northwind.test' });
  member = await makePerson({ email: 'member@northwind.test', role: 'member' });
});
afterAll(async () => {
  await Promise.all([owner, member].map(remove));
  await closeDatabases();
  vi.unstubAllEnvs();
});

test('while DEMO=1 one click signs in as an account of the demonstration', async () => {
  const client = authClient();
  await client.submit('callback/demo', { account: 'owner@northwind.test' });
  expect((await decodeSession(client.cookies.get(COOKIE)))?.personId).toBe(owner.viewer.personId);
});

test('switching roles leaves the earlier session worthless', async () => {
  const client = authClient();
  await client.submit('callback/demo', { account: 'owner@northwind.test' });
  const earlier = client.cookies.get(COOKIE) ?? '';
  await client.submit('callback/demo', { account: 'member@northwind.test' });
  expect(JSON.parse((await client.get('session')).text).user.role).toBe('member');
  client.cookies.set(COOKIE, earlier);
  expect((await client.get('session')).text).toBe('{}');
});

test('one click never signs in as anyone else', async () => {
  const person = await makePerson();
  for (const account of [
    person.email,
    'OWNER@northwind.test.evil.test',
    'оwner@northwind.test',
    '',
    'admin@countersign.test',
  ]) {
    const client = authClient();
    expect((await client.submit('callback/demo', { account })).status).toBe(401);
    expect(client.cookies.has(COOKIE)).toBe(false);
  }
});

test('the accounts are roles of fictional places: no real names, no real domains', () => {
  expect(DEMO_ACCOUNTS).toHaveLength(9);
  for (const { email, role } of DEMO_ACCOUNTS)
    expect(email).toMatch(new RegExp(`^${role}@(northwind|acme|countersign)\\.test$`));
});
