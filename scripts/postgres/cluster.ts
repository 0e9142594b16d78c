import { spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '#scripts/console/step.ts';
import { commandLine, isAlive } from '#scripts/system/process.ts';
import { program } from './binaries.ts';
import { privateFolder, type Account, type Place } from './place.ts';
import { settingsFile, type Durability } from './settings.ts';

/** One cluster's folder: `data` (PostgreSQL's own) and `log`. */
export type ClusterFiles = { readonly place: Place; readonly home: string; readonly durability: Durability };

const data = (files: ClusterFiles) => join(files.home, 'data');
const logFile = (files: ClusterFiles) => join(files.home, 'log', 'postgres.log');

/** The environment PostgreSQL gets: none of ours, which holds secrets. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, PATH, SystemRoot, TEMP } = process.env;
  return { NODE_ENV, PATH, SystemRoot, TEMP, LC_ALL: 'C' };
}

/**
 * Writes a file into a folder of PostgreSQL's account, anew. As root we would otherwise follow a link that this account has
 * put there, and write to, or give away, a file of the system.
 */
export function writeAnew(path: string, text: string, account: Account): void {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    if (account) fchownSync(file, account.uid, account.gid);
  } finally {
    closeSync(file);
  }
}

/** Adds to a file that exists, and not to what a link there points at. */
function appendUnlinked(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0));
  try {
    appendFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** Runs initdb or pg_ctl to its end. Detached: Ctrl-C reaches only the app. */
function run(
  files: ClusterFiles,
  name: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  const options = {
    ...files.place.account,
    cwd: files.home,
    env: bareEnvironment(),
    detached: true,
    windowsHide: true,
  };
  return new Promise((resolve, reject) => {
    // A started server keeps the streams it is given open: pg_ctl gets none.
    const stdio = name === 'pg_ctl' ? 'ignore' : 'pipe';
    const child = spawn(program(files.place.native, name), args, { ...options, stdio });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The running server of a cluster, from its pid file. A file left behind by a dead server is removed. */
export function runningServer(files: ClusterFiles): { pid: number; port: number; ready: boolean } | null {
  const path = join(data(files), 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (isAlive(pid) && /postgres/.test(commandLine(pid)) && commandLine(pid).includes(data(files))) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  }
  rmSync(path, { force: true });
  return null;
}

/** Creates the cluster's files where there are none: superuser `postgres` with that password, UTF-8, byte order. */
export async function initialise(files: ClusterFiles, password: string): Promise<void> {
  if (existsSync(join(data(files), 'PG_VERSION')) && existsSync(join(data(files), 'countersign.conf')))
    return;
  const { account } = files.place;
  rmSync(data(files), { recursive: true, force: true });
  for (const path of [data(files), join(files.home, 'log')]) privateFolder(path, account);
  const passwordFile = join(files.home, 'log', 'password');
  writeAnew(passwordFile, `${password}\n`, account);
  const args = [
    '-D',
    data(files),
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
  ];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'];
  const { code, output } = await run(files, 'initdb', [
    ...args,
    ...locale,
    ...(files.durability === 'throwaway' ? ['-N'] : []),
  ]);
  rmSync(passwordFile, { force: true });
  if (code !== 0)
    throw new CommandError(`PostgreSQL could not create its files: ${output.trim().split('\n').at(-1)}`, 1);
  appendUnlinked(join(data(files), 'postgresql.conf'), "\ninclude 'countersign.conf'\n");
  writeSettings(files);
}

function writeSettings(files: ClusterFiles): void {
  writeAnew(join(data(files), 'countersign.conf'), settingsFile(files.durability), files.place.account);
}

/**
 * Starts the server on `port` and waits until it answers. One that is killed with its children still ending is tried again.
 * @throws {CommandError} with the last line of PostgreSQL's log
 */
export async function startServer(files: ClusterFiles, port: number): Promise<void> {
  writeSettings(files);
  if (existsSync(logFile(files)) && statSync(logFile(files)).size > 10_000_000)
    renameSync(logFile(files), `${logFile(files)}.1`);
  for (let attempt = 1; ; attempt += 1) {
    const args = ['start', '-D', data(files), '-l', logFile(files), '-w', '-t', '90', '-o', `-p ${port}`];
    if ((await run(files, 'pg_ctl', args)).code === 0) return;
    const last = existsSync(logFile(files))
      ? readFileSync(logFile(files), 'utf8').trim().split('\n').slice(-6).join('\n')
      : '';
    if (attempt < 10 && /shared memory block|lock file .* exists/.test(last)) {
      await sleep(500);
      continue;
    }
    throw new CommandError(`PostgreSQL did not start: see ${logFile(files)}`, 1);
  }
}

/** Waits until a server that is coming up (after a crash it repairs itself first) answers. */
export async function waitUntilReady(files: ClusterFiles, waitMs = 90_000): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  while (performance.now() < deadline) {
    const server = runningServer(files);
    if (!server) return false;
    if (server.ready) return true;
    await sleep(50);
  }
  return false;
}

/** Stops the server and waits for it. `fast` ends connections and writes everything; `immediate` just ends it. */
export async function stopServer(files: ClusterFiles, mode: 'fast' | 'immediate'): Promise<void> {
  if (!runningServer(files)) return;
  await run(files, 'pg_ctl', ['stop', '-D', data(files), '-m', mode, '-w', '-t', '60']);
}
