import { afterAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { stepNow } from '#e2e/fixtures/second-factor.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { codeAt } from '#lib/stages/identity/second-factor/time-code.ts';
import { confirmFactor, removeFactor } from './change-factor.ts';
import { enrolFactor } from './enrol-factor.ts';

afterAll(closeDatabases);

const requestId = newId();
const nowS = () => Math.floor(Date.now() / 1_000);
const WRONG = 'not a code';

const begin = ({ viewer, email }: Person, signedInAtS = nowS()) =>
  enrolFactor(viewer, { account: email, signedInAtS, requestId });

async function enrolled() {
  const person = await makePerson();
  const { secret } = await begin(person);
  return { person, viewer: person.viewer, secret, code: async () => codeAt(secret, await stepNow()) };
}

const audited = ({ viewer }: Pick<Person, 'viewer'>) =>
  behindTheWalls<{ action: string; outcome: string }>(
    `SELECT action, outcome FROM audit_entry WHERE person_id = $1 AND action LIKE 'identity.factor%' ORDER BY at, id`,
    [viewer.personId],
  ).then((rows) =>
    rows.map(({ action, outcome }) => `${action.slice('identity.factor_'.length)} ${outcome}`),
  );

const told = ({ email }: Person) =>
  behindTheWalls<{ subject: string }>(
    'SELECT subject FROM outbox_mail WHERE recipient = $1 ORDER BY created_at',
    [email],
  ).then((rows) => rows.map(({ subject }) => subject));

describe('setting up a second factor', () => {
  test('leaves an entry for each step, and the person hears of it at their own address', async () => {
    const { person, viewer, code, secret } = await enrolled();
    const codes = await confirmFactor(viewer, { code: await code(), requestId });
    expect(new Set(codes).size).toBe(10);
    await removeFactor(viewer, { code: codeAt(secret, (await stepNow()) + 1n), requestId });
    expect(await audited(person)).toEqual(['enrolled allowed', 'confirmed allowed', 'removed allowed']);
    expect(await told(person)).toEqual(['A second factor was added', 'A second factor was removed']);
  });

  test('with a wrong code sets up nothing, and nobody is told of any', async () => {
    const { person, viewer } = await enrolled();
    const wrong = confirmFactor(viewer, { code: WRONG, requestId });
    await expect(wrong).rejects.toMatchObject({ code: 'step_up_required' });
    expect(await audited(person)).toEqual(['enrolled allowed', 'wrong_code denied']);
    expect(await told(person)).toEqual([]);
  });

  test('takes a sign-in of the last ten minutes: an open session alone sets up nothing', async () => {
    const person = await makePerson();
    for (const signedInAtS of [nowS() - 601, 0]) {
      await expect(begin(person, signedInAtS)).rejects.toMatchObject({ code: 'step_up_required' });
    }
    expect(await audited(person)).toEqual(['enrolled denied', 'enrolled denied']);
    const rows = await behindTheWalls('SELECT 1 FROM second_factor WHERE person_id = $1', [
      person.viewer.personId,
    ]);
    expect(rows).toEqual([]);
    await expect(begin(person, nowS() - 590)).resolves.toMatchObject({ secret: expect.any(String) });
  });

  test('again, where one stands, changes nothing', async () => {
    const { viewer, code, person, secret } = await enrolled();
    await confirmFactor(viewer, { code: await code(), requestId });
    const again = begin(person);
    await expect(again).rejects.toMatchObject({ code: 'no_longer_possible' });
    const confirmAgain = confirmFactor(viewer, { code: codeAt(secret, (await stepNow()) + 1n), requestId });
    await expect(confirmAgain).rejects.toMatchObject({ code: 'step_up_required' });
  });
});

test('every wrong code is counted although it is refused: after the fifth a right one is told to wait', async () => {
  const { person, viewer, code, secret } = await enrolled();
  const [recovery = ''] = await confirmFactor(viewer, { code: await code(), requestId });
  for (let round = 0; round < 4; round += 1) {
    const wrong = removeFactor(viewer, { code: WRONG, requestId });
    await expect(wrong).rejects.toMatchObject({ code: 'step_up_required' });
  }
  for (const last of [WRONG, codeAt(secret, (await stepNow()) + 1n), recovery]) {
    const refused = removeFactor(viewer, { code: last, requestId });
    await expect(refused).rejects.toMatchObject({ code: 'rate_limited' });
  }
  const error: unknown = await removeFactor(viewer, { code: WRONG, requestId }).catch(
    (caught: unknown) => caught,
  );
  expect(error).toHaveProperty('retryAfterS', expect.closeTo(900, -1));
  expect((await audited(person)).filter((entry) => entry === 'wrong_code denied')).toHaveLength(8);
});
