import { afterAll, expect, test } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
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
