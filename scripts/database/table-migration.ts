import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '#scripts/console/step.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { schemaFiles, withEngine } from './schema-engine.ts';

/**
 * Tables kept by month. Prisma has no word for partitions, so the generated statement gets it afterwards; their primary key
 * already holds the partition key, as PostgreSQL requires. The partitions themselves are made by a hand-written migration.
 */
const partitioned: readonly { table: string; by: string }[] = [
  { table: 'audit_entry', by: 'RANGE ("at")' },
  { table: 'usage_entry', by: 'RANGE ("at")' },
];

/** Adds what the schema language can't say to the generated SQL, and leaves out the schema that exists already. */
export function finishTableSql(generated: string): string {
  let sql = generated.replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS [^;]*;\n\n?/gm, '');
  for (const { table, by } of partitioned) {
    const statement = new RegExp(`(CREATE TABLE "${table}" \\([^;]*\\n\\));`);
    if (!statement.test(sql))
      throw new CommandError(`The schema has no table ${table}, which is kept by month.`, 1);
    sql = sql.replace(statement, `$1 PARTITION BY ${by};`);
  }
  return `-- Written by "npm run generate -- --migration" from prisma/schema: edit that instead.\n\n${sql.trim()}\n`;
}

/** The SQL that makes every table of the Prisma schema in an empty database. */
export async function tableSql(): Promise<string> {
  const result = await withEngine(null, (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return finishTableSql(result.stdout ?? '');
}

/** Rewrites the migration of all tables from the Prisma schema. */
export async function writeTableMigration(): Promise<string> {
  const folder = join(migrationsFolder, '0001_tables');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), await tableSql());
  return 'prisma/migrations/0001_tables/migration.sql';
}
