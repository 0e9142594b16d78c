import { describe, expect, it } from 'vitest';
import { onOutsideServer, outsideServer } from '#scripts/test/outside-server.ts';
import { withClient } from './connect.ts';
import { migrate } from './migrate.ts';
import { readMigrations, withRolePrefix } from './migrations-folder.ts';
import { tableSql } from './table-migration.ts';

type Column = { table: string; column: string; type: string; nullable: string; fallback: string | null };

/** Columns of every ordinary table of a schema; partitions repeat their parent's. */
async function columns(url: string, schema: string): Promise<Column[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<Column>(
      `SELECT c.table_name AS table, c.column_name AS column, format_type(a.atttypid, a.atttypmod) AS type,
              c.is_nullable AS nullable, c.column_default AS fallback
         FROM information_schema.columns c
         JOIN pg_class r ON r.oid = format('%I.%I', c.table_schema, c.table_name)::regclass AND NOT r.relispartition
         JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = c.column_name
        WHERE c.table_schema = $1 ORDER BY 1, 2`,
      [schema],
    ),
  );
  return rows;
}

/** Compares the migrated schema with the tables that the Prisma schema asks for, made in a schema beside it. */
async function expectSchema(adminUrl: string, ownerUrl: string, prefix: string): Promise<void> {
  expect(await migrate(ownerUrl, prefix)).toBe(0);
  const sql = await tableSql();
  await withClient(adminUrl, (client) =>
    client.query(`CREATE SCHEMA wanted; SET search_path = wanted; ${sql}`),
  );
  try {
    const [wanted, migrated] = [await columns(adminUrl, 'wanted'), await columns(adminUrl, 'cs')];
    expect(wanted.length).toBeGreaterThan(50);
    const tables = new Set(wanted.map((column) => column.table));
    expect(migrated.filter((column) => tables.has(column.table))).toEqual(wanted);
  } finally {
    await withClient(adminUrl, (client) => client.query('DROP SCHEMA wanted CASCADE'));
  }
}

describe('migrations applied to an empty database make what the Prisma schema says', () => {
  it('on the embedded PostgreSQL', async () => {
    await expectSchema(process.env.TEST_ADMIN_URL ?? '', process.env.DATABASE_URL_OWNER ?? '', 'cs');
  });

  it.skipIf(!outsideServer)('on the outside PostgreSQL, under another role prefix', async () => {
    await onOutsideServer(async ({ adminUrl, name, urls, prefix }) => {
      const inside = new URL(adminUrl);
      inside.pathname = `/${name}`;
      await expectSchema(inside.href, urls.DATABASE_URL_OWNER, prefix);
    });
  });
});

describe('every table is behind row-level security', () => {
  it('forced, so that its owner is bound too', async () => {
    const { rows } = await withClient(process.env.TEST_ADMIN_URL ?? '', (client) =>
      client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class
          WHERE relnamespace = 'cs'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
            AND NOT (relrowsecurity AND relforcerowsecurity) AND relname NOT IN ('_prisma_migrations', 'test_clock') ORDER BY 1`,
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('a role prefix', () => {
  it('replaces whole role names and nothing else', () => {
    const sql = "GRANT x ON cs.audit_entry TO cs_app, cs_audit; SELECT cs.now(), 'cs_application', my_cs_app";
    expect(withRolePrefix(sql, 'acme')).toBe(
      "GRANT x ON cs.audit_entry TO acme_app, acme_audit; SELECT cs.now(), 'cs_application', my_cs_app",
    );
    expect(
      readMigrations('acme').every((migration) => !/\bcs_(app|owner|auth|jobs)\b/.test(migration.sql)),
    ).toBe(true);
  });
});
