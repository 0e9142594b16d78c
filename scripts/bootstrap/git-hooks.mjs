import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Points a git checkout at .githooks (the secret scan before each commit). A path set by hand is left alone.
 * @param {string} root
 */
export function installGitHooks(root) {
  if (!existsSync(join(root, '.git')) || !existsSync(join(root, '.githooks'))) return;
  const git = (...args) => spawnSync('git', ['-C', root, 'config', ...args], { encoding: 'utf8' });
  const current = git('--get', 'core.hooksPath');
  if (current.error || current.stdout.trim() !== '') return;
  git('core.hooksPath', '.githooks');
}
