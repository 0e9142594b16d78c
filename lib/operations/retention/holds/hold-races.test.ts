import type pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { withClient } from '#scripts/database/connect.ts';
import { purgeCategory } from '../purge-category.ts';
import { setHold } from './set-hold.ts';

let held: Person;
let admin: Person;
beforeEach(async () => {
  held = await makePerson();
  admin = await makePerson({ role: 'admin' });
});
afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM legal_hold');
});
afterAll(closeDatabases);

const hold = () =>
  setHold(
    admin.viewer,
    { tenantId: held.viewer.homeTenantId, email: held.email, reason: 'A claim' },
    newId(),
  );
const purge = () => purgeCategory('conversations', { dryRun: false });
const left = async (conversationId: string) =>
  (await behindTheWalls('SELECT 1 FROM message WHERE conversation_id = $1', [conversationId])).length;

/** Resolves once somebody waits for the lock between holds and removals: an event, not a length of time. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await behindTheWalls(
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 7390240 AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    if (waiting.length > 0) return;
  }
}

/** In a transaction that is not over yet. */
function during<T>(
  url: string | undefined,
  sql: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withClient(url ?? '', async (client) => {
    await client.query('BEGIN');
    await client.query(sql);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });
}

test('a hold that is set while a batch runs waits for its end, and from then on nothing goes', async () => {
  const young = await storeTurn(held, { text: 'Young' });
  await moveClock('91 days');
  const later = await storeTurn(held, { text: 'Later' });
  let isSet = false;
  const setting = await during(
    process.env.DATABASE_URL_PURGE,
    `DELETE FROM cs.conversation WHERE id = '${young.conversationId}'`,
    async () => {
      const set = hold().then(() => (isSet = true));
      await somebodyWaits();
      expect(isSet).toBe(false);
      return { set };
    },
  );
  await setting.set;
  // What the batch removed before is gone; the hold stands for all that is left, from that moment on.
  expect(await left(young.conversationId)).toBe(0);
  await moveClock('183 days');
  await behindTheWalls('UPDATE legal_hold SET set_at = cs.now() WHERE state = $1', ['proposed']);
  await purge();
  expect(await left(later.conversationId)).toBe(2);
});

test('a hold that is being set when a batch begins wins: the batch waits, looks, and leaves it', async () => {
  const { conversationId } = await storeTurn(held, { text: 'Due' });
  await moveClock('91 days');
  const { homeTenantId, personId } = held.viewer;
  const purging = await during(
    process.env.TEST_ADMIN_URL,
    `INSERT INTO cs.legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at)
     VALUES ('${newId()}', '${homeTenantId}', '${personId}', 'active', 'x', '${newId()}', '${personId}', cs.now())`,
    async () => {
      const receipt = purge();
      await somebodyWaits();
      return { receipt };
    },
  );
  expect((await purging.receipt).held).toBe(1);
  expect(await left(conversationId)).toBe(2);
});

test('a hold that is being set when its person deletes a conversation wins: its key stays', async () => {
  const { conversationId } = await storeTurn(held, { text: 'Mine' });
  const { homeTenantId, personId } = held.viewer;
  const deleting = await during(
    process.env.TEST_ADMIN_URL,
    `INSERT INTO cs.legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at)
     VALUES ('${newId()}', '${homeTenantId}', '${personId}', 'active', 'x', '${newId()}', '${personId}', cs.now())`,
    async () => {
      const code = codeOf(deleteConversation(held.viewer, { id: conversationId }));
      await somebodyWaits();
      return { code };
    },
  );
  await deleting.code;
  const keys = await behindTheWalls('SELECT 1 FROM data_key WHERE scope_id = $1 AND wrapped IS NOT NULL', [
    conversationId,
  ]);
  expect(keys).toHaveLength(1);
  expect(await left(conversationId)).toBe(2);
});
