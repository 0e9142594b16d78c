import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '#lib/kernel/env.ts';
import { addMissingSettings, changeSettings, readSettingsFile, repointSettings } from './env-file.ts';
import { newSecrets } from './secrets.ts';

const freshFile = () => join(mkdtempSync(join(tmpdir(), 'cs-env-')), '.env.local');

describe('.env.local', () => {
  it('is created for its owner alone', () => {
    const path = freshFile();
    expect(addMissingSettings({ A: '1' }, path)).toEqual(['A']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is made private where it was not', () => {
    const path = freshFile();
    writeFileSync(path, 'A=1\n', { mode: 0o644 });
    chmodSync(path, 0o644);
    addMissingSettings({ A: '2' }, path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never loses or changes what it holds: only missing settings are added', () => {
    const path = freshFile();
    const before = '# mine\nSESSION_SECRET=kept\nDEMO=\n\nOWN = "some thing"';
    writeFileSync(path, before);
    expect(addMissingSettings({ SESSION_SECRET: 'other', DEMO: '1', NEW: 'x' }, path)).toEqual(['NEW']);
    expect(readFileSync(path, 'utf8')).toBe(`${before}\nNEW=x\n`);
    expect(addMissingSettings({ SESSION_SECRET: 'other', NEW: 'y' }, path)).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(`${before}\nNEW=x\n`);
  });

  it('follows a database that moved, and leaves every other line alone', () => {
    const path = freshFile();
    writeFileSync(
      path,
      '# mine\nSESSION_SECRET=kept\nDATABASE_URL_APP=postgresql://a@h:1/d\nDATABASE_URL=theirs\n',
    );
    repointSettings(
      { DATABASE_URL_APP: 'postgresql://a@h:2/d', SESSION_SECRET: 'no', DATABASE_URL: 'no' },
      path,
    );
    expect(readFileSync(path, 'utf8')).toBe(
      '# mine\nSESSION_SECRET=kept\nDATABASE_URL_APP=postgresql://a@h:2/d\nDATABASE_URL=theirs\n',
    );
  });

  it('is changed in one step: lines in their places, new ones at the end, others untouched', () => {
    const path = freshFile();
    writeFileSync(path, '# mine\nA=1\nexport B = 2\nOWN="some thing"\nC=3');
    chmodSync(path, 0o644);
    const before = statSync(path).ino;
    changeSettings({ A: 'one', B: null, D: 'four', C: '3=3' }, path);
    expect(readFileSync(path, 'utf8')).toBe('# mine\nA=one\nOWN="some thing"\nC=3=3\nD=four\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    // Another file took its name: whoever had the old one open reads it to its end.
    expect(statSync(path).ino).not.toBe(before);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('is changed although an earlier change was cut short', () => {
    const path = freshFile();
    writeFileSync(path, 'A=1\n');
    writeFileSync(`${path}.new`, 'A=ha');
    changeSettings({ A: '2' }, path);
    expect(readFileSync(path, 'utf8')).toBe('A=2\n');
  });

  it('gets secrets that boot accepts', () => {
    const path = freshFile();
    addMissingSettings({ ...newSecrets(), DEMO: '1' }, path);
    const database = { DATABASE_URL_APP: 'postgresql://a', DATABASE_URL_AUTH: 'postgresql://b' };
    expect(parseEnv({ ...readSettingsFile(path), ...database }).DEMO).toBe(true);
  });
});
