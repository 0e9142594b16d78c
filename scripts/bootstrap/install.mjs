import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { heartbeat, seconds, stepLine } from './say.mjs';

/** @param {string} path @returns {Record<string, { version?: string, optionalDependencies?: Record<string, string>, optional?: boolean, devOptional?: boolean }> | null} */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * True where node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json last, so an
 * interrupted install counts as none. Optional packages may be absent: most are for other machines.
 * @param {string} root
 */
export function isInstalled(root) {
  const installed = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  if (!wanted) return true;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

/**
 * How npm is asked: `ci` where the lock file is whole. A registry that serves only some platforms leaves the others'
 * optional packages out of the lock file, which `ci` refuses; `install --no-save` takes the same versions and checks the
 * same hashes, and leaves the lock file alone.
 * @param {string} root
 */
export function npmVerb(root) {
  const locked = lockedPackages(join(root, 'package-lock.json'));
  if (!locked) return ['install'];
  const names = new Set(
    Object.keys(locked).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  const optional = Object.values(locked).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return optional.every((name) => names.has(name)) ? ['ci'] : ['install', '--no-save'];
}

/** How to run npm without a shell: its own script where we can find it. @returns {[string, string[]]} */
function npmCommand() {
  const here = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? '',
    join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  return script ? [process.execPath, [script]] : ['npm', []];
}

/**
 * Installs packages where they are missing or older than the lock file says.
 * @param {string} root @param {{ toStandardError: boolean }} options
 * @returns {Promise<number>} 0, or the exit code to end with
 */
export async function installPackages(root, { toStandardError }) {
  if (isInstalled(root)) return 0;
  const out = toStandardError ? process.stderr : process.stdout;
  const [node, script] = npmCommand();
  const verb = npmVerb(root);
  const began = performance.now();
  out.write(stepLine('Packages', `npm ${verb[0]} (a minute or so the first time)`));
  const stop = heartbeat('Packages', { toStandardError });
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--no-progress', '--loglevel=error'];
  const code = await new Promise((resolve) => {
    const child = spawn(node, [...script, ...verb, ...flags], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('exit', (status) => resolve(status ?? 130));
  });
  stop();
  if (code === 0) {
    out.write(stepLine('Packages', 'installed', seconds(began)));
    return 0;
  }
  process.stderr.write(`Packages could not be installed: "npm ${verb.join(' ')}" ended with ${code}.\n`);
  return 1;
}
