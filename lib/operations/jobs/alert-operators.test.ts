import { afterAll, afterEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { alertOperators } from './alert-operators.ts';

afterEach(async () => {
  await moveClock('0');
  await behindTheWalls(`DELETE FROM alert WHERE kind = 'model.provider_key_refused'`);
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
