import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { budgetPeriodSchema, budgetScopeSchema, budgetUnitSchema } from '#lib/contract/usage.ts';
import { closeDatabases, type Tx, withViewer } from '#lib/kernel/db.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { postgresLimiter } from './limiter.ts';
import { BUDGETS, LIMITS } from './policy.ts';
import { open, opening, settle } from './turns.test-data.ts';

let person: MadePerson;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(() => behindTheWalls('DELETE FROM budget'));
afterAll(closeDatabases);

const begin = (unit: 'micro_usd' | 'tokens', amount: number, as = person) =>
  open(postgresLimiter, opening(as, { unit, amount }));
const standing = (unit: string, subject: string) =>
  behindTheWalls<{ reserved: number; settled: number }>(
    `SELECT reserved::int AS reserved, settled::int AS settled FROM spend WHERE unit = $1 AND subject_id = $2 AND period = 'day'`,
    [unit, subject],
  ).then((rows) => rows[0]);

test('the database knows the budgets of the policy table', async () => {
  for (const unit of budgetUnitSchema.options)
    for (const scope of budgetScopeSchema.options)
      for (const period of budgetPeriodSchema.options) {
        const [row] = await behindTheWalls<{ allowed: number }>(
          'SELECT budget_by_default($1, $2, $3)::float8 AS allowed',
          [unit, scope, period],
        );
        expect(row?.allowed, `${unit} ${scope} ${period}`).toBe(BUDGETS[unit][scope][period]);
      }
});

test('a model without a price is capped by tokens, on budgets of their own', async () => {
  const opened = await begin('tokens', 1_000);
  if (opened.kind !== 'opened') throw new Error('not opened');
  expect(opened.turn).toMatchObject({ reservedMicroUsd: 0, reservedTokens: 1_000 });
  expect(await standing('tokens', person.viewer.personId)).toEqual({ reserved: 1_000, settled: 0 });
  expect(await standing('micro_usd', person.viewer.personId)).toBeUndefined();
  await settle(postgresLimiter, person, { turnId: opened.turn.turnId, spent: 0, reserved: 0 });
  expect(await standing('tokens', person.viewer.personId)).toEqual({ reserved: 0, settled: 2 });
  await expect(begin('tokens', BUDGETS.tokens.person.day)).rejects.toMatchObject({
    code: 'budget_exhausted',
  });
});

test('a turn that is deleted while it runs costs what it had reserved, and holds nothing any more', async () => {
  const opened = await begin('micro_usd', 500);
  if (opened.kind !== 'opened') throw new Error('not opened');
  await behindTheWalls('DELETE FROM turn WHERE id = $1', [opened.turn.turnId]);
  expect(await standing('micro_usd', person.viewer.personId)).toEqual({ reserved: 0, settled: 500 });
  const entries = await behindTheWalls(
    'SELECT cost_micro_usd::int AS cost, estimated FROM usage_entry WHERE turn_id = $1',
    [opened.turn.turnId],
  );
  expect(entries).toEqual([{ cost: 500, estimated: true }]);
});

test('the database takes no cost above a reservation, whoever writes it', async () => {
  const opened = await begin('micro_usd', 500);
  if (opened.kind !== 'opened') throw new Error('not opened');
  const { turnId } = opened.turn;
  const above = () =>
    withViewer(
      person.viewer,
      (tx) =>
        tx.$executeRaw`UPDATE cs.turn SET state = 'closed', settled_micro_usd = 501 WHERE id = ${turnId}::uuid`,
    );
  expect(await sqlStateOf(above)).toBe('23514');
  expect(await standing('micro_usd', person.viewer.personId)).toEqual({ reserved: 500, settled: 0 });
});

test('what costs nothing touches no budget, and is not stopped by one', async () => {
  await behindTheWalls(
    `INSERT INTO budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by) VALUES ('person', $1, $1, 'day', 0, $1)`,
    [person.viewer.personId],
  );
  expect(await begin('micro_usd', 0)).toMatchObject({ kind: 'opened', quota: [] });
  expect(await standing('micro_usd', person.viewer.personId)).toBeUndefined();
  await expect(begin('micro_usd', 1)).rejects.toMatchObject({ code: 'budget_exhausted' });
});

test('a whole customer has a limit of turns too, and of turns at once: who is refused leaves nothing', async () => {
  const tenantId = person.viewer.homeTenantId;
  const people = [person];
  while (people.length < LIMITS.tenantConcurrentTurns / LIMITS.concurrentTurns + 1)
    people.push(await makePerson({ tenantId, role: 'member' }));
  const said = await Promise.all(
    people.flatMap((who) =>
      Array.from({ length: LIMITS.concurrentTurns }, () =>
        begin('micro_usd', 1, who).then(
          () => 'opened',
          (error: { code: string }) => error.code,
        ),
      ),
    ),
  );
  expect(said.filter((one) => one === 'opened')).toHaveLength(LIMITS.tenantConcurrentTurns);
  expect(said.filter((one) => one === 'rate_limited')).toHaveLength(LIMITS.concurrentTurns);
  const stored = await behindTheWalls('SELECT 1 FROM message WHERE tenant_id = $1', [tenantId]);
  expect(stored).toHaveLength(LIMITS.tenantConcurrentTurns);
  expect(await standing('micro_usd', tenantId)).toEqual({
    reserved: LIMITS.tenantConcurrentTurns,
    settled: 0,
  });
});

test('nobody takes from another’s budget, nor reads who runs what, by calling what opens a turn', async () => {
  const other = (await makePerson()).viewer;
  const { viewer } = person;
  const refused = (ask: (tx: Tx) => Promise<unknown>) => sqlStateOf(() => withViewer(viewer, ask));
  for (const tenantId of [other.homeTenantId, viewer.homeTenantId]) {
    expect(
      await refused(
        (tx) =>
          tx.$queryRaw`SELECT cs.reserve('micro_usd', ${tenantId}::uuid, ${other.personId}::uuid, 7)::text`,
      ),
    ).toBe('42501');
    expect(
      await refused(
        (tx) =>
          tx.$queryRaw`SELECT cs.budget_used_up('micro_usd', ${tenantId}::uuid, ${other.personId}::uuid, 7)`,
      ),
    ).toBe('42501');
  }
  expect(await standing('micro_usd', other.personId)).toBeUndefined();
  expect(await standing('micro_usd', other.homeTenantId)).toBeUndefined();
  const { homeTenantId, personId } = viewer;
  expect(
    await refused(
      (tx) =>
        tx.$queryRaw`SELECT cs.budget_books('micro_usd', ${homeTenantId}::uuid, ${personId}::uuid, cs.now(), 60)::text`,
    ),
  ).toBe('42501');
});
