import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CommandError } from '#scripts/console/step.ts';
import { withLock } from '#scripts/system/claim.ts';
import { dataFolder, root } from '#scripts/system/paths.ts';
import { schemaFiles } from './schema-engine.ts';

const generated = join(root, 'lib', 'generated');
const stamp = join(generated, 'schema.sha256');

/** Schema and generator version in one number. */
function fingerprint(): string {
  const hash = createHash('sha256').update(
    readFileSync(join(root, 'node_modules', 'prisma', 'package.json')),
  );
  for (const file of schemaFiles()) hash.update(file.content);
  return hash.digest('hex');
}

function isCurrent(): boolean {
  if (!existsSync(stamp) || !existsSync(join(generated, 'prisma', 'client.ts'))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint();
}

/**
 * Writes the database client to lib/generated where the schema has changed.
 * @returns whether it was written
 */
export async function generateClient(): Promise<boolean> {
  if (isCurrent()) return false;
  return withLock(join(dataFolder, 'generate.lock'), async () => {
    if (isCurrent()) return false;
    const { code, output } = await runPrisma();
    if (code !== 0) throw new CommandError(`The database client could not be written:\n${output.trim()}`, 1);
    writeFileSync(stamp, fingerprint());
    return true;
  });
}

/**
 * Generating would first download a migration engine that it does not need. Told of any existing program in its place, it
 * downloads nothing.
 */
function runPrisma(): Promise<{ code: number; output: string }> {
  const cli = join(createRequire(import.meta.url).resolve('prisma/package.json'), '..', 'build', 'index.js');
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'generate', '--no-hints'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
