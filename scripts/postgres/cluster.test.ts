import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeAnew } from './cluster.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'countersign-cluster-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("a link planted in PostgreSQL's folder is neither followed nor its target changed or given away", () => {
  const [target, path] = [join(folder, 'system-file'), join(folder, 'countersign.conf')];
  writeFileSync(target, 'before', { mode: 0o600 });
  symlinkSync(target, path);
  const before = statSync(target);
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
  writeAnew(path, 'port = 1\n', account);
  expect(readFileSync(target, 'utf8')).toBe('before');
  expect(statSync(target).uid).toBe(before.uid);
  expect(readFileSync(path, 'utf8')).toBe('port = 1\n');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  if (account) expect(statSync(path).uid).toBe(account.uid);
});

it('a dangling link creates nothing where it points', () => {
  const [target, path] = [join(folder, 'nowhere'), join(folder, 'password')];
  symlinkSync(target, path);
  writeAnew(path, 'x', undefined);
  expect(existsSync(target)).toBe(false);
});
