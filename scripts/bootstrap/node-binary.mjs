import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that runs TypeScript files without a flag. */
const oldest = [22, 18];

/** @param {string} version */
function isModern(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * The Node that runs the project: the one among its packages where there is one for this machine, else the one we run on.
 * @param {string} root @returns {string | null} null where neither will do
 */
export function modernNode(root) {
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled) && runs(bundled)) return bundled;
  return isModern(process.versions.node) ? process.execPath : null;
}

/** A binary for another C library is there and can't run. @param {string} binary */
function runs(binary) {
  const probe = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return probe.status === 0 && isModern(probe.stdout.trim());
}
