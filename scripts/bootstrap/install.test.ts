import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isInstalled, npmVerb } from './install.mjs';

function clone(locked: object | null, installed: object | null): string {
  const root = mkdtempSync(join(tmpdir(), 'cs-install-'));
  mkdirSync(join(root, 'node_modules'));
  if (locked)
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }));
  if (installed)
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return root;
}

const a = { 'node_modules/a': { version: '1.0.0' } };

it('packages are installed again when one is missing, older or half-installed, and only then', () => {
  expect(isInstalled(clone(a, a))).toBe(true);
  expect(isInstalled(clone(a, null))).toBe(false);
  expect(isInstalled(clone(a, {}))).toBe(false);
  expect(isInstalled(clone(a, { 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
});

it('a package for another kind of machine may be absent', () => {
  expect(isInstalled(clone({ ...a, 'node_modules/b': { version: '1.0.0', optional: true } }, a))).toBe(true);
});

it('npm is asked for exactly the lock file, also where it lacks the packages of other platforms', () => {
  const whole = {
    'node_modules/a': { version: '1.0.0', optionalDependencies: { b: '1' } },
    'node_modules/b': { version: '1.0.0' },
  };
  expect(npmVerb(clone(whole, null))).toEqual(['ci']);
  expect(npmVerb(clone({ 'node_modules/a': whole['node_modules/a'] }, null))).toEqual([
    'install',
    '--no-save',
  ]);
});
