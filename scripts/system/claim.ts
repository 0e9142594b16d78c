import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '#scripts/console/step.ts';
import { identityOf } from './process.ts';

/** Whether the process that wrote a claim file still runs. */
function isHeld(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8');
    return text !== '' && identityOf(Number.parseInt(text, 10)) === text;
  } catch {
    return false;
  }
}

/** Writes a file that says "this process uses the folder" and returns how to take it back. */
export function claim(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, String(process.pid));
  writeFileSync(path, identityOf(process.pid) ?? '', { mode: 0o644 });
  return () => rmSync(path, { force: true });
}

/** The live claims on a folder by other processes. Files of dead ones are removed. */
export function otherClaims(folder: string): number {
  let live = 0;
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return 0;
  }
  for (const name of names) {
    if (name === String(process.pid)) continue;
    if (isHeld(join(folder, name))) live += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return live;
}

/**
 * Runs `work` while no other process holds the lock file. A lock of a dead process is taken over.
 * @throws {CommandError} where the lock stays taken for `waitMs`
 */
export async function withLock<T>(path: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const deadline = performance.now() + waitMs;
  while (!take(path)) {
    if (performance.now() > deadline)
      throw new CommandError(`Another command has held ${path} for too long.`);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Takes the lock in one atomic step: a file that is already complete is linked to the lock's name. */
function take(path: string): boolean {
  const complete = `${path}.${process.pid}`;
  writeFileSync(complete, identityOf(process.pid) ?? '');
  try {
    linkSync(complete, path);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  } finally {
    rmSync(complete, { force: true });
  }
}
