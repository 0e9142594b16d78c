import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '#scripts/console/step.ts';
import { root } from '#scripts/system/paths.ts';
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
    sql = sql.replace(statement, `$1 PARTITION BY ${by};`);
  }
  return `-- Written by "npm run generate -- --migration NAME" from prisma/schema: edit that instead.\n\n${sql.trim()}\n`;
}

/** The SQL that makes every table of the Prisma schema in an empty database. */
export async function tableSql(): Promise<string> {
  return differenceSql({ tag: 'empty' });
}

/** Adds a migration with what the Prisma schema says now and did not say in the last commit. Earlier ones are never edited. */
export async function writeTableMigration(name: string): Promise<string> {
  if (!/^\d{4}_[a-z_]+$/.test(name)) throw new CommandError('A migration is named like 0050_change_tables.');
  const folder = join(migrationsFolder, name);
  const sql = await differenceSql({ tag: 'schemaDatamodel', files: committedFiles() });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  return `prisma/migrations/${name}/migration.sql`;
}

type From = { tag: 'empty' } | { tag: 'schemaDatamodel'; files: { path: string; content: string }[] };

async function differenceSql(from: From): Promise<string> {
  const result = await withEngine(null, (engine) =>
    engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return finishTableSql(result.stdout ?? '');
}

function committedFiles() {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  return git('ls-tree', '--name-only', 'HEAD', 'prisma/schema/')
    .trim()
    .split('\n')
    .map((path) => ({ path: join(root, path), content: git('show', `HEAD:${path}`) }));
}
