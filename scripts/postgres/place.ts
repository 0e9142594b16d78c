import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '#scripts/console/step.ts';
import { installation } from '#scripts/system/installation.ts';
import { dataFolder, root } from '#scripts/system/paths.ts';
import { nativePackage, program, type NativePackage } from './binaries.ts';

/** The account PostgreSQL runs under. Undefined: the one we run under. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** Where PostgreSQL's programs and clusters are, and who runs them. */
export type Place = { readonly native: string; readonly clusters: string; readonly account: Account };

/** PostgreSQL refuses to run as root: these accounts exist on most systems, have no login and own nothing of ours. */
const unprivileged = ['postgres', '_postgres', 'nobody'] as const;

function accountOf(name: string): Account {
  const line = existsSync('/etc/passwd')
    ? readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((entry) => entry.startsWith(`${name}:`))
    : undefined;
  const [, , uid, gid] = line?.split(':') ?? [];
  return Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The owner of an existing cluster goes on running it; else the first unprivileged account there is. */
function chooseAccount(existing: string): Account {
  if (existsSync(existing) && statSync(existing).uid !== 0) {
    const { uid, gid } = statSync(existing);
    return { uid, gid };
  }
  for (const name of unprivileged) {
    const account = accountOf(name);
    if (account) return account;
  }
  throw new CommandError(
    'PostgreSQL does not run as root and there is no "postgres" or "nobody" account: run as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether `account` can run the programs where they are: a clone in root's home can't be entered. */
function canRun(native: string, account: Account): boolean {
  return (
    spawnSync(program(native, 'postgres'), ['--version'], {
      ...account,
      cwd: '/',
      env: { NODE_ENV: process.env.NODE_ENV, LC_ALL: 'C' },
    }).status === 0
  );
}

/** Copies the programs to where every account may read them. */
function copyNative(source: NativePackage, home: string): string {
  const native = join(home, `native-${source.version}`);
  if (existsSync(native)) return native;
  const unfinished = `${native}.${process.pid}`;
  cpSync(source.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, native);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return native;
}

function folder(path: string, mode: number): string {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  return path;
}

/**
 * Decides where PostgreSQL lives. As an ordinary user: programs in node_modules, clusters in .data. As root: the same under
 * an unprivileged account, or /var/lib/countersign/<hash of the clone's path>/ where that account can't enter the clone.
 * @throws {CommandError} where no account will do
 */
export function choosePlace(): Place {
  const source = nativePackage();
  const asRoot = process.getuid?.() === 0;
  folder(dataFolder, asRoot ? 0o711 : 0o700);
  if (!asRoot) return { native: source.folder, clusters: dataFolder, account: undefined };

  const inClone = chooseAccount(join(dataFolder, installation.cluster, 'data'));
  if (canRun(source.folder, inClone))
    return { native: source.folder, clusters: dataFolder, account: inClone };

  const hash = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 12);
  folder('/var/lib/countersign', 0o711);
  const home = folder(join('/var/lib/countersign', hash), 0o711);
  const account = chooseAccount(join(home, installation.cluster, 'data'));
  const native = copyNative(source, home);
  if (canRun(native, account)) return { native, clusters: home, account };
  throw new CommandError(
    `PostgreSQL can't run from ${native}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

/** Makes a folder that only PostgreSQL's account may enter. */
export function privateFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (account) chownSync(path, account.uid, account.gid);
}
