import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CommandError } from '#scripts/console/step.ts';
import { installation } from '#scripts/system/installation.ts';
import { root } from '#scripts/system/paths.ts';
import { blankEnvironment } from '#scripts/test/test-env.ts';

/** What a build is made of. */
const sources = [
  '{app,components,lib,public,styles}/**/*',
  'prisma/{schema/*.prisma,seed.ts,seed/*}',
  '{package-lock.json,package.json,tsconfig.json,next.config.mjs,postcss.config.mjs,proxy.ts,instrumentation.ts}',
] as const;

/** Left out: what a build never reads, or what is made from the above. */
const ignored = /\.test(?:-data)?\.tsx?$|\.md$|^lib\/generated\//;

/** One number for everything a build is made of, public variables included. */
function fingerprint(isLab: boolean): string {
  const hash = createHash('sha256').update(`${process.version}\0${isLab ? 'lab' : ''}`);
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }));
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.toSorted()) {
    const name = path.slice(root.length + 1).replaceAll('\\', '/');
    if (!ignored.test(name)) hash.update(`\0${name}\0`).update(readFileSync(path));
  }
  for (const [name, value] of Object.entries(process.env).toSorted()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`\0${name}=${value}`);
  }
  return hash.digest('hex');
}

const stampOf = (folder: string) => join(root, folder, 'countersign-build.sha256');

/** True where a build is there, of these sources or not. */
export function hasBuild(folder = installation.build): boolean {
  return existsSync(join(root, folder, 'BUILD_ID')) && existsSync(stampOf(folder));
}

/**
 * Builds the app into `folder` where its sources have changed. The build sees no secret: every one is blank.
 * @param options.lab the attack lab's build instead of a normal one
 * @returns whether it was built
 * @throws {CommandError} with the builder's output
 */
export async function buildApp(
  folder = installation.build,
  options: { force?: boolean; lab?: boolean } = {},
): Promise<boolean> {
  const isLab = options.lab ?? installation.isLab;
  const print = fingerprint(isLab);
  if (!options.force && hasBuild(folder) && readFileSync(stampOf(folder), 'utf8') === print) return false;
  const environment = {
    LAB: isLab ? '1' : '',
    NEXT_DIST_DIR: folder,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production' as const,
  };
  const env = { ...process.env, ...blankEnvironment(process.env), ...environment };
  const { code, output } = await runNext(['build'], env);
  const text = process.stdout.isTTY ? output : stripVTControlCharacters(output);
  if (code !== 0) throw new CommandError(`The app could not be built:\n${text.trim()}`, 1);
  writeFileSync(stampOf(folder), print);
  return true;
}

/** Tells Next that settings were read already: it then applies no .env file by itself. */
export const noEnvFiles = { __NEXT_PROCESSED_ENV: 'true' } as const;

/** Next's own command line. */
export const nextCli = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

function runNext(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextCli, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = () => child.kill();
    process.once('exit', end);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code: code ?? 1, output });
    });
  });
}
