import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { HOUR_MS } from '#lib/kernel/clock.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { HOLD_AGAIN_MS } from '../policy.ts';
import { moveHold } from './move-hold.ts';
import { setHold } from './set-hold.ts';

let held: Person;
let first: Person;
let second: Person;
beforeEach(async () => {
  held = await makePerson();
  first = await makePerson({ role: 'admin' });
  second = await makePerson({ role: 'admin' });
});
afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM legal_hold');
});
afterAll(closeDatabases);

const tenantId = () => held.viewer.homeTenantId;
const set = (by = first, email: string | undefined = held.email) =>
  setHold(by.viewer, { tenantId: tenantId(), reason: 'A dispute', ...(email ? { email } : {}) }, newId());
const move = (by: Person, id: string, step: 'confirm' | 'withdraw' | 'ask_release' | 'release') =>
  moveHold(by.viewer, { id, move: step }, newId());
const isHeld = async () =>
  (
    await behindTheWalls<{ held: boolean }>('SELECT cs.is_held($1, $2) AS held', [
      tenantId(),
      held.viewer.personId,
    ])
  )[0]?.held;

describe('one administrator alone', () => {
  test('holds nobody for longer than three days, whichever way they set it again', async () => {
    await set();
    expect(await codeOf(set())).toBe('not_eligible');
    await moveClock('71 hours');
    expect(await codeOf(set())).toBe('not_eligible');
    expect(await codeOf(set(first, ''))).toBe('not_eligible');
    await moveClock('73 hours');
    expect(await codeOf(set())).toBe('not_eligible');
    expect(await isHeld()).toBe(false);
    const log = await behindTheWalls<{ outcome: string; n: number }>(
      "SELECT outcome, count(*)::int AS n FROM audit_entry WHERE person_id = $1 AND action = 'hold.set' GROUP BY 1 ORDER BY 1",
      [first.viewer.personId],
    );
    expect(log).toEqual([
      { outcome: 'allowed', n: 1 },
      { outcome: 'denied', n: 4 },
    ]);
  });

  test('does not by withdrawing and setting it anew, nor by way of the whole customer first', async () => {
    await move(first, await set(), 'withdraw');
    expect(await codeOf(set())).toBe('not_eligible');
    const other = await makePerson({ role: 'admin' });
    await set(other, '');
    expect(await codeOf(set(other))).toBe('not_eligible');
  });

  test('does not past the code either', async () => {
    await set();
    const acting = { ...first.viewer, actingTenantId: tenantId() };
    const again = () =>
      withViewer(acting, (tx) =>
        tx.legalHold.createMany({
          data: [
            {
              ...{ id: newId(), tenantId: tenantId(), personId: held.viewer.personId },
              ...{ reason: Buffer.alloc(120), setBy: first.viewer.personId },
            },
          ],
        }),
      );
    expect(await sqlStateOf(again)).toBe('42501');
  });

  test('may hold others, the same person after thirty days, and again after a hold that two agreed on', async () => {
    await set();
    const colleague = await makePerson();
    const request = { tenantId: colleague.viewer.homeTenantId, reason: 'Another', email: colleague.email };
    expect(await codeOf(setHold(first.viewer, request, newId()))).toBe('done');
    await moveClock(`${HOLD_AGAIN_MS / HOUR_MS + 1} hours`);
    const id = await set();
    await move(second, id, 'confirm');
    await move(first, id, 'ask_release');
    await move(second, id, 'release');
    expect(await codeOf(set())).toBe('done');
  });
});

test('another administrator may set it again, and then it is theirs to have confirmed', async () => {
  await set();
  await moveClock('71 hours');
  const id = await set(second);
  expect(await codeOf(move(second, id, 'confirm'))).toBe('not_eligible');
  expect(await move(first, id, 'confirm')).toBe('active');
});

test('the thirty days are those of the database', async () => {
  const [row] = await behindTheWalls<{ ms: number }>(
    'SELECT (extract(epoch FROM cs.hold_again()) * 1000)::float8 AS ms',
  );
  expect(row?.ms).toBe(HOLD_AGAIN_MS);
});
