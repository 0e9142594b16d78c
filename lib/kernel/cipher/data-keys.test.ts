import { randomBytes } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { newId } from '../ids.ts';
import type { DataKeyContext } from './context.ts';
import { createDataKey, unwrapDataKey } from './data-keys.ts';
import { CipherError } from './envelope.ts';

const ring = vi.hoisted(() => ({ keys: new Array<{ id: string; key: Buffer }>() }));
vi.mock('../env.ts', () => ({ env: () => ({ KEK_KEYRING: ring.keys }) }));

const active = { id: 'kek-2', key: randomBytes(32) };
const older = { id: 'kek-1', key: randomBytes(32) };
const context = {
  scope: 'conversation',
  scopeId: newId(),
  tenantId: newId(),
  personId: newId(),
} as const satisfies DataKeyContext;

describe('a data key', () => {
  test('is wrapped by the first key of the ring and comes back from its wrap', async () => {
    ring.keys = [active, older];
    const { dataKey, stored } = await createDataKey(context);
    expect(stored.kekId).toBe('kek-2');
    expect(stored.wrapped.includes(dataKey.key)).toBe(false);
    expect(await unwrapDataKey(stored, context)).toEqual(dataKey);
  });

  test('is still read after another key became the active one', async () => {
    ring.keys = [older];
    const { dataKey, stored } = await createDataKey(context);
    ring.keys = [active, older];
    expect(await unwrapDataKey(stored, context)).toEqual(dataKey);
  });

  test('stays shut without its key-encryption key, or under another key of the same name', async () => {
    ring.keys = [active, older];
    const { stored } = await createDataKey(context);
    ring.keys = [older];
    await expect(unwrapDataKey(stored, context)).rejects.toThrow(CipherError);
    ring.keys = [{ id: 'kek-2', key: randomBytes(32) }];
    await expect(unwrapDataKey(stored, context)).rejects.toThrow(CipherError);
  });

  test('cannot come back once it is destroyed', async () => {
    ring.keys = [active];
    const { stored } = await createDataKey(context);
    await expect(unwrapDataKey({ ...stored, wrapped: null }, context)).rejects.toThrow(CipherError);
  });

  test.each([
    ['scope', { scope: 'person' as const }],
    ['conversation', { scopeId: newId() }],
    ['tenant', { tenantId: newId() }],
    ['person', { personId: newId() }],
  ])('does not unwrap for another %s', async (_name, other) => {
    ring.keys = [active];
    const { stored } = await createDataKey(context);
    await expect(unwrapDataKey(stored, { ...context, ...other })).rejects.toThrow(CipherError);
    await expect(unwrapDataKey({ ...stored, id: newId() }, context)).rejects.toThrow(CipherError);
  });

  test('does not unwrap when a bit of its wrap is flipped or its end is missing', async () => {
    ring.keys = [active];
    const { stored } = await createDataKey(context);
    for (let bit = 0; bit < stored.wrapped.length * 8; bit += 1) {
      const wrapped = Buffer.from(stored.wrapped);
      wrapped.writeUInt8(wrapped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      await expect(unwrapDataKey({ ...stored, wrapped }, context)).rejects.toThrow(CipherError);
    }
    for (const length of [0, 12, 27, 59]) {
      await expect(
        unwrapDataKey({ ...stored, wrapped: stored.wrapped.subarray(0, length) }, context),
      ).rejects.toThrow(CipherError);
    }
  });

  test('is not made without a key-encryption key', async () => {
    ring.keys = [];
    await expect(createDataKey(context)).rejects.toThrow(CipherError);
  });
});
