import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { claim, otherClaims, withLock } from './claim.ts';
import { identityOf } from './process.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'cs-claim-'));
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

it('a lock is held by one at a time', async () => {
  const path = join(folder(), 'lock');
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
  };
  await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)]);
  expect(most).toBe(1);
  expect(existsSync(path)).toBe(false);
});

it('a lock of a process that was killed is taken over', async () => {
  const path = join(folder(), 'lock');
  writeFileSync(path, `${deadPid()} 12345`);
  expect(await withLock(path, () => Promise.resolve('done'), 5000)).toBe('done');
});

it('a lock that another live process holds is waited for, and refused after its time', async () => {
  const path = join(folder(), 'lock');
  writeFileSync(path, identityOf(process.ppid) ?? '');
  await expect(withLock(path, () => Promise.resolve(), 300)).rejects.toThrow(/too long/);
});

it('claims of dead processes do not count, nor does a number used again by another process', () => {
  const home = folder();
  const release = claim(home);
  mkdirSync(home, { recursive: true });
  const dead = deadPid();
  writeFileSync(join(home, String(dead)), `${dead} 1`);
  writeFileSync(join(home, String(process.ppid)), `${process.ppid} 1`);
  expect(otherClaims(home)).toBe(0);
  writeFileSync(join(home, String(process.ppid)), identityOf(process.ppid) ?? '');
  expect(otherClaims(home)).toBe(1);
  release();
  expect(existsSync(join(home, String(process.pid)))).toBe(false);
});
