import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as real from '../../env.ts';
import { newId } from '../../ids.ts';
import type { DataKeyContext } from '../context.ts';
import { ringText } from './parse-ring.ts';

const settings = vi.hoisted(() => ({
  KEK_KEYRING: new Array<object>(),
  KEK_KEYRING_FILE: '',
  KEK_RELOAD_FILE: '',
}));
vi.mock('../../env.ts', async (original) => ({
  ...(await original<typeof real>()),
  env: () => ({ ...settings, LOG_LEVEL: 'silent' }),
}));

const [older, newer] = ['kek-1', 'kek-2'].map((id) => ({ id, key: randomBytes(32) }));
if (!older || !newer) throw new Error('two keys');
const folder = mkdtempSync(join(tmpdir(), 'cs-ring-'));
const context = {
  scope: 'person',
  scopeId: newId(),
  tenantId: newId(),
  personId: newId(),
} as const satisfies DataKeyContext;

/** Puts a file in the place of another, as the commands do. */
function put(path: string, text: string, mode = 0o600): void {
  writeFileSync(`${path}.new`, text, { mode });
  chmodSync(`${path}.new`, mode);
  renameSync(`${path}.new`, path);
}
/** A process that starts now. */
async function process() {
  vi.resetModules();
  return import('../data-keys.ts');
}

beforeEach(() => Object.assign(settings, { KEK_KEYRING: [], KEK_KEYRING_FILE: '', KEK_RELOAD_FILE: '' }));

describe('a ring in a file of its own', () => {
  test('wraps and unwraps, and a key that is put in front of it is used from the next wrap on', async () => {
    const path = join(folder, 'ring-1');
    put(path, ringText([older]));
    settings.KEK_KEYRING_FILE = path;
    const { createDataKey, unwrapDataKey } = await process();
    const first = await createDataKey(context);
    expect(first.stored.kekId).toBe('kek-1');
    put(path, `${ringText([newer])}\n${ringText([older])}\n`);
    const second = await createDataKey(context);
    expect(second.stored.kekId).toBe('kek-2');
    expect(await unwrapDataKey(first.stored, context)).toEqual(first.dataKey);
    expect(await unwrapDataKey(second.stored, context)).toEqual(second.dataKey);
  });

  test('is refused where others can read it, where it is missing and where it is malformed, by its setting’s name', async () => {
    const path = join(folder, 'ring-2');
    put(path, ringText([older]), 0o644);
    settings.KEK_KEYRING_FILE = path;
    await process();
    const { knownRing } = await import('./read-ring.ts');
    expect(() => knownRing()).toThrow('KEK_KEYRING_FILE can be read by others: chmod 600');
    put(path, 'kek-1=abc');
    expect(() => knownRing()).toThrow(/^KEK_KEYRING_FILE is malformed/);
    rmSync(path);
    expect(() => knownRing()).toThrow('KEK_KEYRING_FILE names a file that cannot be read');
  });

  test('that goes away or is spoilt later takes no key from a process that runs', async () => {
    const path = join(folder, 'ring-3');
    put(path, ringText([older]));
    settings.KEK_KEYRING_FILE = path;
    const { createDataKey, unwrapDataKey } = await process();
    const { stored, dataKey } = await createDataKey(context);
    put(path, 'nothing of use');
    expect(await unwrapDataKey(stored, context)).toEqual(dataKey);
    expect((await createDataKey(context)).stored.kekId).toBe('kek-1');
    rmSync(path);
    expect((await createDataKey(context)).stored.kekId).toBe('kek-1');
  });
});

describe('a ring in the settings file', () => {
  test('is read again when an unknown key is met: a process that began before a rotation reads what was wrapped after it', async () => {
    const path = join(folder, 'settings-1');
    Object.assign(settings, { KEK_KEYRING: [newer, older], KEK_RELOAD_FILE: path });
    put(path, `KEK_KEYRING=${ringText([newer, older])}\n`);
    const after = await (await process()).createDataKey(context);
    Object.assign(settings, { KEK_KEYRING: [older] });
    const before = await process();
    expect(await before.unwrapDataKey(after.stored, context)).toEqual(after.dataKey);
    await expect(before.unwrapDataKey({ ...after.stored, kekId: 'kek-9' }, context)).rejects.toMatchObject({
      name: 'CipherError',
    });
  });

  test('that only the environment has stays as it was', async () => {
    Object.assign(settings, { KEK_KEYRING: [older] });
    const { createDataKey, unwrapDataKey } = await process();
    const { stored, dataKey } = await createDataKey(context);
    expect(await unwrapDataKey(stored, context)).toEqual(dataKey);
    expect(stored.kekId).toBe('kek-1');
  });
});
