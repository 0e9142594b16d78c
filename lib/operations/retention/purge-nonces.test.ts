import { afterAll, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { makePerson } from '#scripts/test/make-person.ts';
import { purgeNonces } from './purge-nonces.ts';

afterAll(closeDatabases);

test('tokens that have run out go, those that still open something stay', async () => {
  const { viewer } = await makePerson();
  const id = newId();
  const of = [id, viewer.homeTenantId, viewer.personId];
  await behindTheWalls(
    `INSERT INTO proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, arguments_hash, display_hash, policy_version,
       resource_kind, resource_id, resource_version, expires_at)
     VALUES ($1, $2, $3, $1, $1, 'cancel_plan', 'reversible', sha256('a'), sha256('b'), 'x', 'subscription', $2, 'v', cs.now() + interval '1 hour')`,
    of,
  );
  await behindTheWalls(
    `INSERT INTO proposal_nonce (hash, proposal_id, tenant_id, person_id, expires_at)
     VALUES (sha256('old'), $1, $2, $3, cs.now()), (sha256('new'), $1, $2, $3, cs.now() + interval '1 minute')`,
    of,
  );
  expect(await purgeNonces()).toBe(1);
  expect(await behindTheWalls('SELECT hash FROM proposal_nonce WHERE proposal_id = $1', [id])).toHaveLength(
    1,
  );
});
