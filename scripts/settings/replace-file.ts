import {
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a new text in the place of a file that exists, for its owner alone. It is on the disk before it takes the other's name, and
 * the name is before this returns: a crash leaves the one or the other, whole.
 */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`;
  // One that a crash left, or that somebody else put there.
  rmSync(beside, { force: true });
  const file = openSync(beside, 'wx', 0o600);
  try {
    const { uid, gid } = statSync(path);
    // An administrator who rotates keys does not lock the app's own user out.
    if (process.getuid?.() === 0) fchownSync(file, uid, gid);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
