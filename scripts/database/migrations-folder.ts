import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#scripts/system/paths.ts';
import { roleTable } from './roles.ts';

export const migrationsFolder = join(root, 'prisma', 'migrations');

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Role names as migrations write them. `cs_nowalls` exists in lab and test clusters only. */
const roleNames = new RegExp(
  `\\bcs_(${[...roleTable.map((entry) => entry.role), 'nowalls'].join('|')})\\b`,
  'g',
);

/** A migration's SQL for an installation whose roles begin with `prefix`. */
export function withRolePrefix(sql: string, prefix: string): string {
  return prefix === 'cs' ? sql : sql.replace(roleNames, `${prefix}_$1`);
}

/** Every migration, oldest first, for the roles of this installation. */
export function readMigrations(prefix: string): Migration[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(migrationsFolder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = withRolePrefix(readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'), prefix);
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
