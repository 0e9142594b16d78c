import { afterAll, expect, test } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { ENTRIES_PER_MINUTE } from '#lib/stages/audit/refusal-window.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { makePerson } from '#scripts/test/make-person.ts';
import { signIn } from './sign-in.ts';

afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

test('the right password of a demonstration account opens nothing once DEMO is off', async () => {
  const left = await makePerson({ email: 'owner@acme.test', password: true });
  const other = await makePerson({ password: true });
  const attempt = { address: '10.11.12.13', requestId: 'r-1' };
  await expect(signIn({ ...attempt, email: left.email, password: left.password })).rejects.toMatchObject({
    code: 'sign_in_failed',
  });
  expect((await signIn({ ...attempt, email: other.email, password: other.password })).personId).toBe(
    other.viewer.personId,
  );
});

test('of a flood of attempts that are told to wait the number is written down, and not each', async () => {
  const attempt = { address: '10.9.8.7', requestId: 'flood', email: 'nobody@flood.test', password: 'wrong' };
  for (let throttled = 0; throttled < ENTRIES_PER_MINUTE + 15;) {
    const error: unknown = await signIn(attempt).catch((thrown: unknown) => thrown);
    if (error instanceof AppError && error.code === 'rate_limited') throttled += 1;
    else expect(error).toMatchObject({ code: 'sign_in_failed' });
  }
  const rows = await behindTheWalls(
    `SELECT 1 FROM audit_entry WHERE action = 'identity.sign_in_throttled' AND request_id = 'flood'`,
  );
  expect(rows).toHaveLength(ENTRIES_PER_MINUTE);
});
