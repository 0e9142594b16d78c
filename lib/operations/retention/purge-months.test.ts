import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { withClient } from '#scripts/database/connect.ts';
import { closeDatabases, database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { purgeCategory } from './purge-category.ts';
import { countLate } from './verify/count-late.ts';

let person: Person;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM legal_hold');
  // What a test dropped is there again for the next one.
  await database('jobs').$queryRaw`SELECT cs.ensure_partitions(2)::text`;
});
afterAll(closeDatabases);

const purge = (category: 'security_logs' | 'usage') => purgeCategory(category, { dryRun: false });
async function count(table: string, personId = person.viewer.personId): Promise<number> {
  const [row] = await behindTheWalls<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE person_id = $1`,
    [personId],
  );
  return row?.n ?? -1;
}
const months = async (parent: string) =>
  (
    await behindTheWalls<{ name: string }>(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass`,
      [parent],
    )
  ).length;
/** How far from now this month's entries are past their twelve months, and the next month's are not yet, whatever day it is. */
async function justPastItsTime(): Promise<string> {
  const [row] = await behindTheWalls<{ days: number }>(
    `SELECT ceil(extract(epoch FROM (date_trunc('month', cs.now() AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC' - cs.now()) / 86400)::int AS days`,
  );
  return `${365 + 1 + (row?.days ?? 31)} days`;
}
async function hold(personId: string): Promise<void> {
  const { homeTenantId } = person.viewer;
  await behindTheWalls(
    `INSERT INTO legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at) VALUES ($1, $2, $3, 'active', 'x', $1, $2, cs.now())`,
    [newId(), homeTenantId, personId],
  );
}

describe('a month of the log that is past its time', () => {
  test('is dropped whole; younger months stay, and their entries', async () => {
    await storeTurn(person, { text: 'Old' });
    const before = await months('audit_entry');
    await moveClock('360 days');
    expect((await purge('security_logs')).removed).toBe(0);
    await moveClock(await justPastItsTime());
    await behindTheWalls(
      `INSERT INTO audit_entry (id, tenant_id, person_id, role, action, outcome) VALUES ($1, $2, $3, 'owner', 'turn.closed', 'allowed')`,
      [newId(), person.viewer.homeTenantId, person.viewer.personId],
    );
    const receipt = await purge('security_logs');
    expect(receipt.removed).toBeGreaterThanOrEqual(1);
    expect(receipt.overdue).toBe(0);
    expect(await months('audit_entry')).toBe(before - 1);
    expect(await count('audit_entry')).toBe(1);
    // Usage is kept for longer.
    expect(await count('usage_entry')).toBe(1);
    await moveClock('800 days');
    expect((await purge('usage')).removed).toBeGreaterThanOrEqual(1);
    expect(await count('usage_entry')).toBe(0);
  });

  test('leaves entries of people on hold behind, copied out before it is dropped, until they are released', async () => {
    const other = await makePerson();
    await storeTurn(person, { text: 'Held' });
    await storeTurn(other, { text: 'Not held' });
    const [written] = await behindTheWalls<{ n: string }>(
      "SELECT string_agg(id::text, ',' ORDER BY id) AS n FROM audit_entry WHERE person_id = $1",
      [person.viewer.personId],
    );
    await hold(person.viewer.personId);
    await moveClock(await justPastItsTime());
    await purge('security_logs');
    expect(await count('audit_entry')).toBe(0);
    const [copied] = await behindTheWalls<{ n: string }>(
      "SELECT string_agg(id::text, ',' ORDER BY id) AS n FROM audit_held WHERE person_id = $1",
      [person.viewer.personId],
    );
    expect(copied).toEqual(written);
    expect(await count('audit_held', other.viewer.personId)).toBe(0);
    expect(await purge('security_logs')).toMatchObject({ removed: 0, overdue: 0 });
    expect((await countLate('security_logs')).held).toBeGreaterThanOrEqual(1);
    await behindTheWalls('DELETE FROM legal_hold');
    expect((await purge('security_logs')).removed).toBeGreaterThanOrEqual(1);
    expect(await count('audit_held')).toBe(0);
  });

  test('is left for the next run where somebody reads it, and keeps nobody waiting', async () => {
    await storeTurn(person, { text: 'Old' });
    const before = await months('audit_entry');
    await moveClock(await justPastItsTime());
    await withClient(process.env.TEST_ADMIN_URL ?? '', async (client) => {
      await client.query('BEGIN; SELECT count(*) FROM cs.audit_entry');
      const began = performance.now();
      await purge('security_logs');
      expect(performance.now() - began).toBeLessThan(30_000);
      expect(await months('audit_entry')).toBe(before);
      await client.query('ROLLBACK');
    });
    await purge('security_logs');
    expect(await months('audit_entry')).toBe(before - 1);
  });

  test('is nobody’s to name: the job can’t drop, empty or shorten a log by itself', async () => {
    await storeTurn(person, { text: 'Young' });
    const db = database('purge');
    expect(await db.$queryRaw`SELECT part FROM cs.drop_old_months('audit_entry')`).toEqual([]);
    expect(await db.$queryRaw`SELECT part FROM cs.drop_old_months('message')`).toEqual([]);
    expect(await sqlStateOf(() => db.$queryRaw`SELECT cs.purge_stray_entries('message')`)).toBe('22023');
    expect(await sqlStateOf(() => db.$executeRaw`DELETE FROM cs.audit_entry`)).toBe('42501');
    expect(
      await sqlStateOf(() => database('app').$queryRaw`SELECT part FROM cs.drop_old_months('audit_entry')`),
    ).toBe('42501');
    expect(await count('audit_entry')).toBeGreaterThan(0);
  });
});

test('entries that no month was made for go one by one, those on hold stay', async () => {
  await moveClock('200 days');
  await storeTurn(person, { text: 'In no month' });
  const other = await makePerson();
  await storeTurn(other, { text: 'In no month either' });
  await hold(other.viewer.personId);
  expect(await count('audit_entry_default')).toBeGreaterThan(0);
  await moveClock('580 days');
  await purge('security_logs');
  expect(await count('audit_entry_default')).toBe(0);
  expect(await count('audit_entry_default', other.viewer.personId)).toBeGreaterThan(0);
});
