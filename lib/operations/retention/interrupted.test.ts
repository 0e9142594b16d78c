import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { withClient } from '#scripts/database/connect.ts';
import { storeMessages } from '#scripts/bench/stored-messages.ts';
import { TESTS } from '#scripts/test/kept-connections.ts';
import { killRunAfter, startRun } from './fixtures/run-in-a-process.ts';
import { purgeCategory } from './purge-category.ts';

const KILLS = Number(process.env.KILLS || 2);
const EACH = 3;
/** Enough for several batches, and for each kill to find some left. */
const CONVERSATIONS = 1_250 * KILLS;

let held: Person;
let due: Person;
let young: Person;
beforeEach(async () => {
  for (const table of ['legal_hold', 'retention_run', 'conversation', 'data_key'])
    await behindTheWalls(`DELETE FROM ${table}`);
  [held, due, young] = [await makePerson(), await makePerson(), await makePerson()];
  await behindTheWalls(
    `INSERT INTO legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at) VALUES ($1, $2, $3, 'active', 'x', $1, $2, cs.now())`,
    [newId(), held.viewer.homeTenantId, held.viewer.personId],
  );
});
afterAll(async () => {
  await moveClock('0');
  await closeDatabases();
});

const adminUrl = () => process.env.TEST_ADMIN_URL ?? '';
/** Old conversations of one person, on hold or not, and young ones of another. */
async function store(conversations: number): Promise<void> {
  const shape = { messagesEach: EACH, opens: () => false };
  await storeMessages(adminUrl(), { ...shape, viewers: [due.viewer], conversations, ageDays: () => 91 });
  await storeMessages(adminUrl(), { ...shape, viewers: [held.viewer], conversations: 50, ageDays: () => 91 });
  await storeMessages(adminUrl(), { ...shape, viewers: [young.viewer], conversations: 50 });
}
/** Conversations, messages and keys of a person. */
async function left({ viewer }: Person): Promise<string> {
  const [row] = await behindTheWalls<{ all: string }>(
    `SELECT concat_ws(' ', (SELECT count(*) FROM conversation WHERE person_id = $1), (SELECT count(*) FROM message WHERE person_id = $1),
       (SELECT count(*) FROM data_key WHERE person_id = $1)) AS all`,
    [viewer.personId],
  );
  return row?.all ?? '';
}
/** What all receipts say together, and what the log says. */
async function said() {
  const [row] = await behindTheWalls<{ receipts: string; log: string }>(
    `SELECT (SELECT concat_ws(' ', coalesce(sum(removed), 0), coalesce(sum(children_removed), 0), coalesce(sum(keys_destroyed), 0)) FROM retention_run) AS receipts,
       (SELECT concat_ws(' ', coalesce(sum((facts->>'removed')::int), 0), coalesce(sum((facts->>'children')::int), 0), coalesce(sum((facts->>'keysDestroyed')::int), 0))
        FROM audit_entry WHERE action = 'retention.removed' AND subject_id IN (SELECT id::text FROM retention_run)) AS log`,
  );
  return row;
}
const whole = `${CONVERSATIONS} ${CONVERSATIONS * EACH} ${CONVERSATIONS}`;
const untouched = `50 ${50 * EACH} 50`;

describe('a run that is cut off', () => {
  test(`by kill -9 at any of ${KILLS} moments loses nothing, leaves nothing over, and its receipts are right`, async () => {
    await store(CONVERSATIONS);
    let cutShort = 0;
    for (let count = 0; count < KILLS; count += 1) {
      if (!(await killRunAfter(Math.random() * 220))) cutShort += 1;
      expect(await left(held)).toBe(untouched);
      expect(await left(young)).toBe(untouched);
      const receipts = await said();
      expect(receipts?.receipts).toBe(receipts?.log);
    }
    expect(cutShort).toBeGreaterThan(0);
    const last = await purgeCategory('conversations', { dryRun: false });
    expect(last).toMatchObject({ overdue: 0, held: 50 });
    expect(await left(due)).toBe('0 0 0');
    expect(await left(held)).toBe(untouched);
    expect(await left(young)).toBe(untouched);
    expect(await said()).toEqual({ receipts: whole, log: whole });
  });

  test('by a restart of the database is finished by the next one', async () => {
    await store(CONVERSATIONS);
    const run = purgeCategory('conversations', { dryRun: false }).then(
      () => 'ended',
      () => 'cut off',
    );
    await expect.poll(() => left(due), { interval: 5, timeout: 300_000 }).not.toBe(whole);
    // Every connection but this test's own is closed at once, and what was not committed is rolled back.
    await withClient(adminUrl(), (client) =>
      client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> $1',
        [TESTS],
      ),
    );
    await run;
    expect(await left(held)).toBe(untouched);
    // The first tries may still find connections that are gone.
    const again = () =>
      purgeCategory('conversations', { dryRun: false }).then(
        ({ overdue }) => overdue,
        () => null,
      );
    await expect.poll(again, { timeout: 300_000 }).toBe(0);
    expect(await left(due)).toBe('0 0 0');
    expect(await said()).toEqual({ receipts: whole, log: whole });
  });
});

describe('two workers at once', () => {
  test('share the work: everything goes once, and is counted once', async () => {
    await store(CONVERSATIONS);
    const other = startRun();
    await other.begun;
    await Promise.all([purgeCategory('conversations', { dryRun: false }), other.ended]);
    expect(await other.ended).toBe(true);
    expect(await left(due)).toBe('0 0 0');
    expect(await left(held)).toBe(untouched);
    expect(await said()).toEqual({ receipts: whole, log: whole });
  });

  test('wait for nobody: what another transaction holds is left for the next run', async () => {
    await store(10);
    await withClient(adminUrl(), async (client) => {
      await client.query('BEGIN');
      await client.query(
        'SELECT id FROM cs.conversation WHERE person_id = $1 ORDER BY id LIMIT 1 FOR UPDATE',
        [due.viewer.personId],
      );
      expect(await purgeCategory('conversations', { dryRun: false })).toMatchObject({
        removed: 9,
        overdue: 1,
      });
      await client.query('ROLLBACK');
    });
    expect(await purgeCategory('conversations', { dryRun: false })).toMatchObject({ removed: 1, overdue: 0 });
  });
});
