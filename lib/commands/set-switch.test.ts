import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { resume } from '#e2e/fixtures/pause.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import type { Switch, SwitchScope } from '#lib/contract/switches.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { listSwitches } from '#lib/stages/admission/switches/list-switches.ts';
import { operateSwitch, readSwitches } from './operate-switch.ts';
import { setSwitch } from './set-switch.ts';

let admin: Person;
let customer: Person;
beforeAll(async () => {
  admin = await makePerson({ role: 'admin' });
  customer = await makePerson();
});
afterEach(resume);
afterAll(closeDatabases);

const NOW_S = () => Date.now() / 1_000;
const throwIt = (scope: SwitchScope, subject: string, by = admin) =>
  setSwitch(by.viewer, {
    request: { scope, subject, paused: true, reason: 'Something is wrong' },
    signedInAtS: 0,
    requestId: newId(),
  });
const takeBack = (scope: SwitchScope, subject: string, seen: string, signedInAtS = NOW_S()) =>
  setSwitch(admin.viewer, {
    request: { scope, subject, paused: false, reason: 'It is right again', seen },
    signedInAtS,
    requestId: newId(),
  });
const list = (by = admin): Promise<Switch[]> => withViewer(by.viewer, (tx) => listSwitches(by.viewer, tx));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
const notes = () =>
  behindTheWalls<{ action: string; outcome: string; reason: string }>(
    `SELECT action, outcome, facts->>'reason' AS reason FROM audit_entry WHERE person_id = $1 AND action LIKE 'switch.%' ORDER BY at, id`,
    [admin.viewer.personId],
  );

describe('the kill switch', () => {
  test('says who threw it, when and why; auditors see it too', async () => {
    await throwIt('tenant', customer.viewer.homeTenantId);
    const [shown] = await list();
    expect(shown).toMatchObject({
      scope: 'tenant',
      paused: true,
      reason: 'Something is wrong',
      changedBy: 'you',
    });
    const auditor = await makePerson({ role: 'auditor' });
    expect((await list(auditor))[0]).toMatchObject({ changedBy: 'a colleague' });
    expect((await notes()).at(-1)).toEqual({
      action: 'switch.paused',
      outcome: 'allowed',
      reason: 'Something is wrong',
    });
  });

  test('is thrown by an old session too, and taken back only by a fresh sign-in', async () => {
    await throwIt('global', '*');
    const seen = (await list())[0]?.changedAt ?? '';
    expect(await codeOf(takeBack('global', '*', seen, NOW_S() - 3_600))).toBe('step_up_required');
    expect((await list())[0]?.paused).toBe(true);
    expect((await notes()).at(-1)).toMatchObject({ action: 'switch.resumed', outcome: 'denied' });
    await takeBack('global', '*', seen);
    expect((await list())[0]).toMatchObject({ paused: false, reason: 'It is right again' });
  });

  test('is not taken back by whoever saw an older state: somebody threw it again for a reason they did not read', async () => {
    await throwIt('tool', 'refund');
    const seen = (await list())[0]?.changedAt ?? '';
    await throwIt('tool', 'refund');
    expect(await codeOf(takeBack('tool', 'refund', seen))).toBe('changed');
    expect((await list())[0]?.paused).toBe(true);
  });

  test('names only customers and tools that there are', async () => {
    for (const [scope, subject] of [
      ['global', 'all'],
      ['tenant', newId()],
      ['tenant', 'northwind'],
      ['tool', '__proto__'],
      ['tool', 'no_such_tool'],
    ] as const)
      expect([scope, subject, await codeOf(throwIt(scope, subject))]).toEqual([scope, subject, 'not_found']);
    await throwIt('model', 'a-model/of:theirs');
    expect(await list()).toHaveLength(1);
  });

  test('is an administrator’s alone, in the code and in the database', async () => {
    for (const role of ['owner', 'member', 'agent', 'approver', 'auditor', 'trainer'] as const) {
      const other = await makePerson({ role });
      expect(await codeOf(throwIt('global', '*', other))).toBe('not_found');
      const insert = withViewer(
        other.viewer,
        (tx) =>
          tx.$executeRaw`INSERT INTO cs.flag (scope, subject, paused, set_by) VALUES ('global', '*', true, ${other.viewer.personId}::uuid)`,
      );
      expect(await sqlStateOf(() => insert)).toBe('42501');
      if (role !== 'auditor') expect(await codeOf(list(other))).toBe('not_found');
    }
  });

  test('cannot be thrown in the name of somebody else', async () => {
    const insert = withViewer(
      admin.viewer,
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.flag (scope, subject, paused, set_by) VALUES ('global', '*', true, ${customer.viewer.personId}::uuid)`,
    );
    expect(await sqlStateOf(() => insert)).toBe('42501');
  });

  test('from a command line needs no account, and is written down as an operator’s', async () => {
    const [row] = await behindTheWalls<{ slug: string }>('SELECT slug FROM tenant WHERE id = $1', [
      customer.viewer.homeTenantId,
    ]);
    const subject = row?.slug ?? '';
    await operateSwitch({ scope: 'tenant', subject, paused: true, reason: 'By hand' });
    expect(await readSwitches()).toMatchObject([
      { scope: 'tenant', paused: true, changedBy: 'the command line' },
    ]);
    expect((await list())[0]).toMatchObject({ subject: customer.viewer.homeTenantId, paused: true });
    expect(
      await codeOf(operateSwitch({ scope: 'tenant', subject: 'nobody', paused: true, reason: 'By hand' })),
    ).toBe('not_found');
    const noted = await behindTheWalls(
      `SELECT action FROM audit_entry WHERE role = 'operator' AND action LIKE 'switch.%'`,
    );
    expect(noted).toEqual([{ action: 'switch.paused' }]);
  });
});
