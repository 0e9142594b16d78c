import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';

/** Roles that the running application signs in as, or enters. The owner only migrates and seeds. */
const RUNTIME = ['cs_app', 'cs_read', 'cs_write', 'cs_auth', 'cs_jobs', 'cs_purge', 'cs_seal', 'cs_audit'];
/** Only in test databases: the offset of their clock. And the migrator's own list, which holds no row of anyone's. */
const NOT_OURS = ['test_clock', '_prisma_migrations'];

type Table = {
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
  partition: boolean;
  owner: string;
};
let tables: Table[];
let person: MadePerson;

beforeAll(async () => {
  person = await makePerson();
  tables = await behindTheWalls<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, c.relispartition AS partition,
       pg_get_userbyid(c.relowner) AS owner, (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
     FROM pg_class c WHERE c.relnamespace = 'cs'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL($1)`,
    [NOT_OURS],
  );
});
afterAll(closeDatabases);

describe('every table', () => {
  test('is known, and there are some', () => {
    expect(tables.length).toBeGreaterThan(25);
  });

  test('forces row-level security, its owner included', () => {
    expect(tables.filter((table) => !table.enabled || !table.forced).map((table) => table.name)).toEqual([]);
  });

  test('has a policy, or is a partition that nobody may touch directly', async () => {
    const bare = tables.filter((table) => table.policies === 0);
    expect(bare.filter((table) => !table.partition).map((table) => table.name)).toEqual([]);
    const granted = await behindTheWalls<{ name: string }>(
      `SELECT c.relname || ' to ' || r.rolname AS name FROM pg_class c, pg_roles r WHERE c.relnamespace = 'cs'::regnamespace AND c.relispartition
         AND r.rolname = ANY($1) AND (has_table_privilege(r.rolname, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(r.rolname, c.oid, 'SELECT, INSERT, UPDATE'))`,
      [RUNTIME],
    );
    expect(granted).toEqual([]);
  });

  test('that the migrator keeps for itself is out of reach of every role that runs', async () => {
    const readers = await behindTheWalls(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND has_table_privilege(rolname, 'cs._prisma_migrations', 'SELECT, INSERT, UPDATE, DELETE')`,
      [RUNTIME],
    );
    expect(readers).toEqual([]);
  });

  test('belongs to the role that migrates, which never serves anyone', () => {
    expect(new Set(tables.map((table) => table.owner))).toEqual(new Set(['cs_owner']));
  });

  test('cannot be emptied by a role that runs', async () => {
    const granted = await behindTheWalls(
      `SELECT c.relname, r.rolname FROM pg_class c, pg_roles r WHERE c.relnamespace = 'cs'::regnamespace AND c.relkind IN ('r', 'p')
         AND r.rolname = ANY($1) AND has_table_privilege(r.rolname, c.oid, 'TRUNCATE, TRIGGER, REFERENCES')`,
      [RUNTIME],
    );
    expect(granted).toEqual([]);
  });

  test('grants nothing to everyone', async () => {
    const granted = await behindTheWalls(
      `SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = 'cs'::regnamespace AND a.grantee = 0 AND c.relname <> ALL($1)`,
      [NOT_OURS],
    );
    expect(granted).toEqual([]);
  });
});

describe('a role that runs', () => {
  test('is no superuser, passes no row-level security, makes no roles and no databases', async () => {
    const roles = await behindTheWalls<{ name: string; powers: boolean }>(
      `SELECT rolname AS name, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS powers FROM pg_roles WHERE rolname = ANY($1)`,
      [[...RUNTIME, 'cs_owner']],
    );
    expect(roles).toHaveLength(RUNTIME.length + 1);
    expect(roles.filter((role) => role.powers)).toEqual([]);
  });

  test('belongs to no other role, but for the two that the application enters, to read and to write the ledger', async () => {
    const members = await behindTheWalls<{ member: string; of: string }>(
      `SELECT m.rolname AS member, r.rolname AS of FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
       WHERE m.rolname = ANY($1) ORDER BY 2`,
      [RUNTIME],
    );
    expect(members).toEqual([
      { member: 'cs_app', of: 'cs_read' },
      { member: 'cs_app', of: 'cs_write' },
    ]);
  });

  test('can make nothing in the schema', async () => {
    const makers = await behindTheWalls(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND has_schema_privilege(rolname, 'cs', 'CREATE')`,
      [RUNTIME],
    );
    expect(makers).toEqual([]);
  });

  test('runs no function with its owner’s rights, but for those that are listed here', async () => {
    const functions = await behindTheWalls<{ name: string }>(
      `SELECT proname || ' of ' || pg_get_userbyid(proowner) AS name FROM pg_proc WHERE pronamespace = 'cs'::regnamespace AND prosecdef ORDER BY 1`,
    );
    expect(functions.map(({ name }) => name)).toEqual([
      'apply_period of cs_owner',
      'book_turn of cs_owner',
      'budget_books of cs_owner',
      'budget_used_up of cs_owner',
      'drop_old_months of cs_owner',
      'enqueue of cs_jobs',
      'ensure_partitions of cs_owner',
      'erasure_by_token of cs_owner',
      'held_persons of cs_owner',
      'held_tenants of cs_owner',
      'installed_at of cs_owner',
      'is_erased of cs_owner',
      'is_held of cs_owner',
      'keep_held_feedback of cs_owner',
      'keep_held_title of cs_owner',
      'keks_in_use of cs_owner',
      'kept_at_least of cs_owner',
      'kept_for of cs_owner',
      'may_hold of cs_owner',
      'may_keep of cs_owner',
      'note_gone_turn of cs_owner',
      'own_audit_entries of cs_owner',
      'own_holds of cs_owner',
      'own_sign_in of cs_owner',
      'purge_stray_entries of cs_owner',
      'reserve of cs_owner',
      'tenant_load of cs_owner',
      'turns_ended of cs_owner',
      'usage_people of cs_owner',
    ]);
  });
});

describe('the audit log', () => {
  const entry = () => ({
    id: newId(),
    tenantId: person.viewer.homeTenantId,
    personId: person.viewer.personId,
    role: 'owner',
    action: 'turn.closed',
    outcome: 'allowed',
  });

  test('is written by the application, and neither read nor changed nor shortened by it', async () => {
    const { viewer } = person;
    expect(
      await sqlStateOf(() => withViewer(viewer, (tx) => tx.auditEntry.createMany({ data: [entry()] }))),
    ).toBe('accepted');
    expect(
      await sqlStateOf(() => withViewer(viewer, (tx) => tx.$queryRaw`SELECT id FROM cs.audit_entry`)),
    ).toBe('42501');
    expect(
      await sqlStateOf(() =>
        withViewer(viewer, (tx) => tx.$executeRaw`UPDATE cs.audit_entry SET outcome = 'denied'`),
      ),
    ).toBe('42501');
    expect(
      await sqlStateOf(() => withViewer(viewer, (tx) => tx.$executeRaw`DELETE FROM cs.audit_entry`)),
    ).toBe('42501');
  });

  test('takes no entry in another person’s or tenant’s name', async () => {
    const { viewer } = person;
    const other = await makePerson();
    for (const forged of [
      { personId: other.viewer.personId },
      { tenantId: other.viewer.homeTenantId },
      { personId: null },
    ]) {
      const data = [{ ...entry(), ...forged }];
      expect(await sqlStateOf(() => withViewer(viewer, (tx) => tx.auditEntry.createMany({ data })))).toBe(
        '42501',
      );
    }
  });

  test('takes no entry that would break its line', async () => {
    for (const subjectId of ['two\nlines', 'red\u001b[31m', 'x'.repeat(500)]) {
      const data = [{ ...entry(), subjectId }];
      expect(
        await sqlStateOf(() => withViewer(person.viewer, (tx) => tx.auditEntry.createMany({ data }))),
      ).toBe('23514');
    }
  });

  test('is not changed by any role that runs', async () => {
    const writers = await behindTheWalls(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY($1)
         AND (has_table_privilege(rolname, 'cs.audit_entry', 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(rolname, 'cs.audit_entry', 'UPDATE'))`,
      [RUNTIME],
    );
    expect(writers).toEqual([]);
  });
});

describe('what is stored of a conversation', () => {
  test('is not removed by the application: it may neither delete messages nor conversations nor keys', async () => {
    const { viewer } = person;
    expect(await sqlStateOf(() => withViewer(viewer, (tx) => tx.$executeRaw`DELETE FROM cs.message`))).toBe(
      '42501',
    );
    expect(
      await sqlStateOf(() => withViewer(viewer, (tx) => tx.$executeRaw`DELETE FROM cs.conversation`)),
    ).toBe('42501');
    expect(await sqlStateOf(() => withViewer(viewer, (tx) => tx.$executeRaw`DELETE FROM cs.data_key`))).toBe(
      '42501',
    );
    expect(await sqlStateOf(() => withViewer(viewer, (tx) => tx.$executeRaw`DELETE FROM cs.turn`))).toBe(
      '42501',
    );
  });

  test('is not rewritten by the application: a stored message stays what it is', async () => {
    expect(
      await sqlStateOf(() =>
        withViewer(person.viewer, (tx) => tx.$executeRaw`UPDATE cs.message SET body = ''`),
      ),
    ).toBe('42501');
    expect(
      await sqlStateOf(() =>
        withViewer(person.viewer, (tx) => tx.$executeRaw`UPDATE cs.message SET role = 'assistant'`),
      ),
    ).toBe('42501');
  });

  test('is not read by the roles around the walks', async () => {
    for (const role of ['jobs', 'purge', 'auth'] as const) {
      expect(await sqlStateOf(() => database(role).$queryRaw`SELECT body FROM cs.message`)).toBe('42501');
      expect(await sqlStateOf(() => database(role).$queryRaw`SELECT title FROM cs.conversation`)).toBe(
        '42501',
      );
      expect(await sqlStateOf(() => database(role).$queryRaw`SELECT wrapped FROM cs.data_key`)).toBe('42501');
    }
  });

  test('takes no key that says it is destroyed and is not', async () => {
    const { personId, homeTenantId: tenantId } = person.viewer;
    const key = {
      id: newId(),
      tenantId,
      personId,
      scope: 'person',
      scopeId: newId(),
      kekId: 'kek-1',
      wrapped: Buffer.of(1),
      destroyedAt: new Date(),
    };
    expect(
      await sqlStateOf(() => withViewer(person.viewer, (tx) => tx.dataKey.createMany({ data: [key] }))),
    ).toBe('23514');
  });
});
