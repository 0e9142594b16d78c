import { randomBytes } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { newId } from '../ids.ts';
import { createDataKey, type DataKeyContext, unwrapDataKey } from './data-keys.ts';
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
  test('is wrapped by the first key of the ring and comes back from its wrap', () => {
    ring.keys = [active, older];
    const { dataKey, stored } = createDataKey(context);
    expect(stored.kekId).toBe('kek-2');
    expect(stored.wrapped.includes(dataKey.key)).toBe(false);
    expect(unwrapDataKey(stored, context)).toEqual(dataKey);
  });

  test('is still read after another key became the active one', () => {
    ring.keys = [older];
    const { dataKey, stored } = createDataKey(context);
    ring.keys = [active, older];
    expect(unwrapDataKey(stored, context)).toEqual(dataKey);
  });

  test('stays shut without its key-encryption key, or under another key of the same name', () => {
    ring.keys = [active, older];
    const { stored } = createDataKey(context);
    ring.keys = [older];
    expect(() => unwrapDataKey(stored, context)).toThrow(CipherError);
    ring.keys = [{ id: 'kek-2', key: randomBytes(32) }];
    expect(() => unwrapDataKey(stored, context)).toThrow(CipherError);
  });

  test('cannot come back once it is destroyed', () => {
    ring.keys = [active];
    const { stored } = createDataKey(context);
    expect(() => unwrapDataKey({ ...stored, wrapped: null }, context)).toThrow(CipherError);
  });

  test.each([
    ['scope', { scope: 'person' as const }],
    ['conversation', { scopeId: newId() }],
    ['tenant', { tenantId: newId() }],
    ['person', { personId: newId() }],
  ])('does not unwrap for another %s', (_name, other) => {
    ring.keys = [active];
    const { stored } = createDataKey(context);
    expect(() => unwrapDataKey(stored, { ...context, ...other })).toThrow(CipherError);
    expect(() => unwrapDataKey({ ...stored, id: newId() }, context)).toThrow(CipherError);
  });

  test('does not unwrap when a bit of its wrap is flipped or its end is missing', () => {
    ring.keys = [active];
    const { stored } = createDataKey(context);
    for (let bit = 0; bit < stored.wrapped.length * 8; bit += 1) {
      const wrapped = Buffer.from(stored.wrapped);
      wrapped.writeUInt8(wrapped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unwrapDataKey({ ...stored, wrapped }, context)).toThrow(CipherError);
    }
    for (const length of [0, 12, 27, 59]) {
      expect(() =>
        unwrapDataKey({ ...stored, wrapped: stored.wrapped.subarray(0, length) }, context),
      ).toThrow(CipherError);
    }
  });

  test('is not made without a key-encryption key', () => {
    ring.keys = [];
    expect(() => createDataKey(context)).toThrow(CipherError);
  });
});
