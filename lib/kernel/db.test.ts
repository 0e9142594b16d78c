import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { withClient } from '#scripts/database/connect.ts';
import { asReader, closeDatabases, database, databaseUrl, type Tx, withViewer } from './db.ts';
import { newId } from './ids.ts';

let one: MadePerson;
let two: MadePerson;
beforeAll(async () => {
  one = await makePerson();
  two = await makePerson();
});
afterAll(closeDatabases);

const tenantOf = async (tx: Tx) => (await tx.tenant.findMany({ select: { id: true } })).map((row) => row.id);
const addKey = (person: MadePerson, tx: Tx) =>
  tx.dataKey.createMany({
    data: [
      {
        id: newId(),
        tenantId: person.viewer.homeTenantId,
        personId: person.viewer.personId,
        scope: 'person',
        scopeId: newId(),
        kekId: 'kek-1',
        wrapped: Buffer.of(1),
      },
    ],
  });
const keyCount = async (person: MadePerson) =>
  (
    await behindTheWalls<{ n: string }>('SELECT count(*) AS n FROM data_key WHERE person_id = $1', [
      person.viewer.personId,
    ])
  )[0]?.n;

describe('without a viewer', () => {
  test('every table of a tenant is empty for every role that runs', async () => {
    await withViewer(one.viewer, (tx) => addKey(one, tx));
    const tables = await behindTheWalls<{
      name: string;
    }>(`SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'cs'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attname = 'tenant_id'`);
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const [seen] = await behindTheWalls<{ allowed: boolean }>(
        `SELECT has_table_privilege('cs_app', 'cs.' || $1, 'SELECT') AS allowed`,
        [name],
      );
      if (!seen?.allowed) continue;
      const [rows] = await behindTheWalls<{ n: string }>(`SELECT count(*) AS n FROM cs."${name}"`);
      const found = await withClient(databaseUrl('app'), (client) =>
        client.query<{ n: string }>(`SELECT count(*) AS n FROM cs."${name}"`),
      );
      expect(found.rows[0]?.n, `${name} holds ${rows?.n} rows`).toBe('0');
    }
  });

  test('nothing can be written', async () => {
    expect(await sqlStateOf(() => database('app').$transaction((tx) => addKey(one, tx)))).toBe('42501');
  });
});

describe('a viewer', () => {
  test('sees their own tenant, and never the one before on the same connection', async () => {
    for (let round = 0; round < 40; round += 1) {
      const person = round % 2 === 0 ? one : two;
      expect(await withViewer(person.viewer, tenantOf)).toEqual([person.viewer.homeTenantId]);
    }
    expect(await database('app').$transaction(tenantOf)).toEqual([]);
  });

  test('sees their own tenant while many others ask at the same time', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? one : two));
    const seen = await Promise.all(asked.map((person) => withViewer(person.viewer, tenantOf)));
    expect(seen).toEqual(asked.map((person) => [person.viewer.homeTenantId]));
  });

  test('cannot write a row that belongs to someone else', async () => {
    expect(await sqlStateOf(() => withViewer(one.viewer, (tx) => addKey(two, tx)))).toBe('42501');
  });
});

describe('a transaction', () => {
  test('that fails at its end leaves nothing of what it did before', async () => {
    const before = await keyCount(two);
    const failing = withViewer(two.viewer, async (tx) => {
      await addKey(two, tx);
      throw new Error('the last step fails');
    });
    await expect(failing).rejects.toThrow('the last step fails');
    expect(await keyCount(two)).toBe(before);
  });

  test('enters the reading role for look-ups, which can write nothing, and leaves it again', async () => {
    await withViewer(one.viewer, async (tx) => {
      const inside = await asReader(
        tx,
        () => tx.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`,
      );
      expect(inside).toEqual([{ role: 'cs_read' }]);
      expect(await tx.$queryRaw`SELECT current_user::text AS role`).toEqual([{ role: 'cs_app' }]);
    });
    const writes = [
      (tx: Tx) => addKey(one, tx),
      (tx: Tx) => tx.$executeRaw`UPDATE cs.person SET session_version = 2`,
      (tx: Tx) => tx.$executeRaw`DELETE FROM cs.invoice`,
      (tx: Tx) =>
        tx.$executeRaw`INSERT INTO cs.audit_entry (id, tenant_id, role, action, outcome) VALUES (gen_random_uuid(), ${one.viewer.homeTenantId}::uuid, 'x', 'x', 'allowed')`,
    ];
    for (const write of writes) {
      expect(
        await sqlStateOf(() => withViewer(one.viewer, (tx) => asReader<unknown>(tx, () => write(tx)))),
      ).toBe('42501');
    }
  });

  test('cannot read conversations, messages or keys as the reading role', async () => {
    const reads = [
      (tx: Tx) => tx.$queryRaw`SELECT id FROM cs.conversation`,
      (tx: Tx) => tx.$queryRaw`SELECT id FROM cs.message`,
      (tx: Tx) => tx.$queryRaw`SELECT id FROM cs.data_key`,
    ];
    for (const read of reads) {
      expect(await sqlStateOf(() => withViewer(one.viewer, (tx) => asReader(tx, () => read(tx))))).toBe(
        '42501',
      );
    }
  });
});
