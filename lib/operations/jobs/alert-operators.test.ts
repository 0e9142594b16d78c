import { afterAll, afterEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { alertOperators } from './alert-operators.ts';

afterEach(async () => {
  await moveClock('0');
  await behindTheWalls(`DELETE FROM alert WHERE kind LIKE 'model.%'`);
});
afterAll(closeDatabases);

const refused = () => alertOperators({ kind: 'provider_key_refused', facts: { keysLeft: 1 } });
const alerts = () =>
  behindTheWalls<{ times: number; facts: unknown }>(
    `SELECT times, facts FROM alert WHERE kind = 'model.provider_key_refused' ORDER BY id`,
  );

test('operators hear of a refused key once a day: a row, an audit entry and a mail to each administrator', async () => {
  const admin = await makePerson({ role: 'admin' });
  await refused();
  await refused();
  expect(await alerts()).toEqual([{ times: 2, facts: { keysLeft: 1 } }]);
  expect(
    await behindTheWalls(
      `SELECT action FROM audit_entry WHERE rule = 'model.provider_key_refused' AND action = 'alert.raised'`,
    ),
  ).toHaveLength(1);
  expect(
    await behindTheWalls('SELECT 1 FROM outbox_mail WHERE person_id = $1', [admin.viewer.personId]),
  ).toHaveLength(1);
  await moveClock('1 day');
  await refused();
  expect(await alerts()).toHaveLength(2);
});

/** What is open about this provider, by kind. */
const open = async (provider: string) =>
  (
    await behindTheWalls<{ kind: string }>(
      `SELECT kind FROM alert WHERE open_key IS NOT NULL AND kind LIKE 'model.%' AND subject LIKE $1 ORDER BY kind`,
      [`${provider}.%`],
    )
  ).map(({ kind }) => kind.replace('model.', ''));

test('an alert is closed once its provider answers, but for a key that it refuses still; another provider’s stays', async () => {
  const trouble = ['provider_key_refused', 'provider_last_key_refused', 'provider_not_answering'] as const;
  for (const kind of trouble) await alertOperators({ kind, facts: { provider: 'first' } });
  await alertOperators({ kind: 'provider_not_answering', facts: { provider: 'second' } });
  await alertOperators({ kind: 'provider_works', facts: { provider: 'first', refusedKeys: 1 } });
  expect(await open('first')).toEqual(['provider_key_refused']);
  await alertOperators({ kind: 'provider_works', facts: { provider: 'first', refusedKeys: 0 } });
  expect(await open('first')).toEqual([]);
  expect(await open('second')).toEqual(['provider_not_answering']);
  await alertOperators({ kind: 'provider_works', facts: { provider: 'second', refusedKeys: 0 } });
  expect(await open('second')).toEqual([]);
  expect(
    await behindTheWalls(`SELECT 1 FROM audit_entry WHERE action = 'alert.closed' AND rule LIKE 'model.%'`),
  ).toHaveLength(4);
});

test('an administrator whose account is erased is not written to any more', async () => {
  const gone = await makePerson({ role: 'admin' });
  const { personId, homeTenantId } = gone.viewer;
  await behindTheWalls(
    `INSERT INTO erasure (id, tenant_id, person_id, scope, scope_id, token_hash, keys)
     VALUES (gen_random_uuid(), $1::uuid, $2::uuid, 'account', $2::uuid, sha256('a token'), '[]')`,
    [homeTenantId, personId],
  );
  const stays = await makePerson({ role: 'admin' });
  await refused();
  const told = await behindTheWalls<{ person_id: string }>(
    `SELECT person_id FROM outbox_mail WHERE person_id IN ($1, $2)`,
    [personId, stays.viewer.personId],
  );
  expect(told).toEqual([{ person_id: stays.viewer.personId }]);
});
