import { CommandError, firstLine } from '#scripts/console/step.ts';
import { codeOf, withClient } from './connect.ts';
import { migrationsFolder, readMigrations, type Migration } from './migrations-folder.ts';
import { withEngine } from './schema-engine.ts';

type Applied = { readonly name: string; readonly checksum: string; readonly finished: boolean };

/** What Prisma's table says was applied. A missing table means nothing was. */
async function appliedMigrations(ownerUrl: string): Promise<Applied[]> {
  return withClient(ownerUrl, async (client) => {
    try {
      const { rows } = await client.query<Applied>(
        `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
           FROM cs._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
      );
      return rows;
    } catch (error) {
      if (codeOf(error) === '42P01') return [];
      throw error;
    }
  });
}

function refuseEdited(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  const edited = applied.find((entry) => entry.finished && byName.get(entry.name) !== entry.checksum);
  if (!edited) return;
  const what = byName.has(edited.name)
    ? 'was changed after it was applied to'
    : 'is missing here but applied to';
  throw new CommandError(
    `Migration ${edited.name} ${what} this database: use the version that made it, or a fresh database.`,
  );
}

/**
 * Brings the schema `cs` up to date as its owner. Each migration is one script, and so one transaction.
 * @returns how many were applied
 * @throws {CommandError} where an applied migration was edited, or one fails
 */
export async function migrate(ownerUrl: string, prefix: string): Promise<number> {
  const migrations = readMigrations(prefix);
  const applied = await appliedMigrations(ownerUrl);
  refuseEdited(migrations, applied);
  if (
    migrations.every((migration) => applied.some((entry) => entry.finished && entry.name === migration.name))
  )
    return 0;
  const migrationsList = {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
  try {
    return await withEngine(ownerUrl, async (engine) => {
      for (const { name, finished } of applied)
        if (!finished) await engine.markMigrationRolledBack({ migrationName: name });
      const result = await engine.applyMigrations({
        migrationsList,
        filters: { externalTables: [], externalEnums: [] },
      });
      return result.appliedMigrationNames.length;
    });
  } catch (error) {
    const failed = (await appliedMigrations(ownerUrl)).find((entry) => !entry.finished);
    throw new CommandError(`Migration ${failed?.name ?? ''} failed: ${firstLine(error)}`, 1);
  }
}
