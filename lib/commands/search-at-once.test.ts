import { afterAll, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { SEARCHES_AT_ONCE } from '#lib/stages/history/policy.ts';
import { withClient } from '#scripts/database/connect.ts';
import { searchConversations } from './search-conversations.ts';

afterAll(closeDatabases);

/** Connections of this database that wait for a lock. */
async function countWaiting(): Promise<number> {
  const [row] = await behindTheWalls<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return row?.n ?? 0;
}

test('one person who searches many times at once leaves everybody else a connection', async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const { personId, homeTenantId } = person.viewer;
  await behindTheWalls('INSERT INTO search_use (person_id, tenant_id) VALUES ($1, $2)', [
    personId,
    homeTenantId,
  ]);
  await withClient(process.env.TEST_ADMIN_URL ?? '', async (client) => {
    // Holds every search of theirs where it counts itself, as long as it takes.
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM cs.search_use WHERE person_id = $1 FOR UPDATE', [personId]);
    const most = SEARCHES_AT_ONCE.person + SEARCHES_AT_ONCE.waiting;
    const searches = Array.from({ length: most + 5 }, () =>
      codeOf(searchConversations(person.viewer, { q: 'nothing', requestId: newId() })),
    );
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(SEARCHES_AT_ONCE.person);
    expect(await withViewer(other.viewer, (tx) => tx.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    expect(await countWaiting()).toBe(SEARCHES_AT_ONCE.person);
    await client.query('COMMIT');
    const codes = await Promise.all(searches);
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(5);
    expect(codes.filter((code) => code === 'done')).toHaveLength(most);
  });
});
