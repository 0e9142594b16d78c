import { afterAll, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { erase } from '#lib/operations/privacy/erase/erase.ts';
import { findAccount } from '#lib/stages/identity/find-account.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { resetDemo, seedDemo } from '../../../../prisma/seed.ts';

afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

test('a demonstration account that was erased is there again after a reset, as somebody new', async () => {
  await seedDemo();
  const email = 'member@acme.test';
  const before = await findAccount(email);
  if (!before) throw new Error('The seed made no such account.');
  const who = {
    email,
    signedInAtS: Math.floor(Date.now() / 1000),
    address: '127.0.0.5',
    requestId: newId(),
  };
  const request = { scope: 'account', confirm: email } as const;
  expect((await erase(before.viewer, { request, ...who })).status).toBe('done');
  expect(await findAccount(email)).toBeNull();
  await resetDemo();
  const after = await findAccount(email);
  expect(after).toMatchObject({
    viewer: { role: 'member' },
    passwordHash: expect.stringContaining('$argon2id$'),
  });
  expect(after?.viewer.personId).not.toBe(before.viewer.personId);
  expect(
    await behindTheWalls("SELECT 1 FROM person WHERE email LIKE 'erased-%' AND id = $1", [
      before.viewer.personId,
    ]),
  ).toEqual([]);
});
