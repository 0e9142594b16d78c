import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { WITHIN_A_SECOND_MS } from '#scripts/test/soon.ts';
import { newId } from '../../ids.ts';
import { CipherError } from '../envelope.ts';
import { cached } from './key-cache.ts';
import { startKms } from './kms-server.test-data.ts';
import { kmsProvider } from './kms-provider.ts';
import { KMS_CALL } from './policy.ts';
import type { KekProvider, WrapContext } from './port.ts';

const [NEWER, OLDER] = ['1234abcd-12ab-34cd-56ef-1234567890ab', '0987dcba-09fe-87dc-65ba-ab0987654321'];
let server: Awaited<ReturnType<typeof startKms>>;
let kms: KekProvider;
const key = randomBytes(32);
const context: WrapContext = {
  keyId: newId(),
  scope: 'conversation',
  scopeId: newId(),
  tenantId: newId(),
  personId: newId(),
};

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
  process.env.AWS_SECRET_ACCESS_KEY = randomBytes(30).toString('base64');
  server = await startKms([NEWER, OLDER]);
  kms = kmsProvider({ keyIds: [NEWER, OLDER], region: 'eu-west-1', endpoint: server.endpoint });
});
beforeEach(() => {
  server.next();
  server.asked.length = 0;
});
afterAll(() => server.stop());

const busy = { name: 'AppError', code: 'busy' };

describe('a data key wrapped by AWS KMS', () => {
  test('comes back, by the key that is named first, in the wire form of KMS', async () => {
    const stored = await kms.wrap(context, key);
    expect(stored.kekId).toBe(`aws-kms:${NEWER}`);
    expect(await kms.unwrap(stored, context)).toEqual(key);
    expect(server.asked.map(({ target }) => target)).toEqual([
      'TrentService.Encrypt',
      'TrentService.Decrypt',
    ]);
    const [encrypt] = server.asked;
    expect(encrypt?.headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(encrypt?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/kms\/aws4_request/,
    );
    expect(encrypt?.body).toEqual({
      KeyId: NEWER,
      Plaintext: key.toString('base64'),
      EncryptionContext: { use: 'countersign data key', ...context },
    });
  });

  test('is still read after another key became the active one, and not once that one is off the list', async () => {
    const before = kmsProvider({ keyIds: [OLDER], region: 'eu-west-1', endpoint: server.endpoint });
    const stored = await before.wrap(context, key);
    expect(await kms.unwrap(stored, context)).toEqual(key);
    const after = kmsProvider({ keyIds: [NEWER], region: 'eu-west-1', endpoint: server.endpoint });
    await expect(after.unwrap(stored, context)).rejects.toThrow(CipherError);
    // Nor under the other key's name.
    await expect(kms.unwrap({ ...stored, kekId: `aws-kms:${NEWER}` }, context)).rejects.toThrow(CipherError);
  });

  test.each(['keyId', 'scopeId', 'tenantId', 'personId'] as const)(
    'does not unwrap for another %s',
    async (name) => {
      const stored = await kms.wrap(context, key);
      await expect(kms.unwrap(stored, { ...context, [name]: newId() })).rejects.toThrow(CipherError);
    },
  );

  test('does not unwrap when a bit of its wrap is flipped or its end is missing', async () => {
    const { kekId, wrapped } = await kms.wrap(context, key);
    for (let at = 0; at < wrapped.length; at += 7) {
      const altered = Buffer.from(wrapped);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      await expect(kms.unwrap({ kekId, wrapped: altered }, context)).rejects.toThrow(CipherError);
    }
    await expect(kms.unwrap({ kekId, wrapped: wrapped.subarray(0, -1) }, context)).rejects.toThrow(
      CipherError,
    );
  });
});

describe('a service that does not answer as hoped fails closed', () => {
  test('one throttled call is tried again, and its answer taken', async () => {
    const stored = await kms.wrap(context, key);
    server.next({ type: 'ThrottlingException', status: 400 });
    expect(await kms.unwrap(stored, context)).toEqual(key);
  });

  test.each([
    ['ThrottlingException', 400],
    ['AccessDeniedException', 400],
    ['DisabledException', 400],
    ['KMSInternalException', 500],
    ['NotFoundException', 400],
    ['ExpiredTokenException', 400],
  ])('%s is busy: the person may try again', async (type, status) => {
    const stored = await kms.wrap(context, key);
    const answer = { type, status };
    server.next(answer, answer);
    await expect(kms.unwrap(stored, context)).rejects.toMatchObject(busy);
    server.next(answer, answer);
    await expect(kms.wrap(context, key)).rejects.toMatchObject(busy);
  });

  test('silence ends in time', async () => {
    const stored = await kms.wrap(context, key);
    server.next('silence', 'silence');
    const began = performance.now();
    await expect(kms.unwrap(stored, context)).rejects.toMatchObject(busy);
    expect(performance.now() - began).toBeLessThan(KMS_CALL.totalMs + WITHIN_A_SECOND_MS);
  });

  test('a line that goes dead, and an address where nobody is', async () => {
    const stored = await kms.wrap(context, key);
    server.next('hang-up', 'hang-up');
    await expect(kms.unwrap(stored, context)).rejects.toMatchObject(busy);
    const nowhere = kmsProvider({ keyIds: [NEWER], region: 'eu-west-1', endpoint: 'http://127.0.0.1:9' });
    await expect(nowhere.unwrap(stored, context)).rejects.toMatchObject(busy);
  });

  test('what it says is never passed on', async () => {
    server.next(
      { type: 'AccessDeniedException', status: 400 },
      { type: 'AccessDeniedException', status: 400 },
    );
    const error = await kms.wrap(context, key).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error)).not.toContain(NEWER);
    expect(JSON.stringify(error)).not.toContain(context.personId);
  });
});

describe('unwrapped keys are remembered', () => {
  test('briefly: one call for many reads, another when the time is over', async () => {
    let nowMs = 0;
    const quick = cached(kms, { keptMs: 1_000, entries: 10 }, () => nowMs);
    const stored = await quick.wrap(context, key);
    server.asked.length = 0;
    for (let read = 0; read < 5; read += 1) expect(await quick.unwrap(stored, context)).toEqual(key);
    expect(server.asked).toHaveLength(1);
    nowMs = 1_001;
    expect(await quick.unwrap(stored, context)).toEqual(key);
    expect(server.asked).toHaveLength(2);
    quick.clear();
  });

  test('for this row, person and wrap alone', async () => {
    const quick = cached(kms, { keptMs: 1_000, entries: 10 });
    const stored = await quick.wrap(context, key);
    await quick.unwrap(stored, context);
    await expect(quick.unwrap(stored, { ...context, personId: newId() })).rejects.toThrow(CipherError);
    const altered = Buffer.from(stored.wrapped);
    altered.writeUInt8(altered.readUInt8(60) ^ 1, 60);
    await expect(quick.unwrap({ ...stored, wrapped: altered }, context)).rejects.toThrow(CipherError);
    quick.clear();
  });

  test('within bounds, and overwritten with zeroes on leaving', async () => {
    const given: Buffer[] = [];
    const watched: KekProvider = {
      wrap: kms.wrap,
      unwrap: () => Promise.resolve(given[given.push(Buffer.alloc(32, 7)) - 1] ?? key),
    };
    const kept: Buffer[] = [];
    const from = Buffer.from;
    const quick = cached(watched, { keptMs: 60_000, entries: 3 });
    const spy = vi.spyOn(Buffer, 'from').mockImplementation(((value: Buffer) => {
      const made = from(value);
      if (Buffer.isBuffer(value)) kept.push(made);
      return made;
    }) as typeof Buffer.from);
    for (let n = 0; n < 8; n += 1) await quick.unwrap({ kekId: 'k', wrapped: new Uint8Array([n]) }, context);
    spy.mockRestore();
    expect(quick.size()).toBe(3);
    expect(kept.filter((bytes) => bytes.every((byte) => byte === 0))).toHaveLength(5);
    // Whoever was given a key still has it.
    expect(given.every((bytes) => bytes.every((byte) => byte === 7))).toBe(true);
    quick.clear();
    expect(kept.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });
});
