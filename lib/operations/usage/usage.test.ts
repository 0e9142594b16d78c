import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { budgetsSchema, operatorUsageSchema, ownUsageSchema } from '#lib/contract/usage.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { BUDGETS } from '#lib/stages/admission/policy.ts';
import { listBudgets } from './list-budgets.ts';
import { readOperatorUsage } from './read-operator-usage.ts';
import { readOwnUsage } from './read-own-usage.ts';
import { setBudget } from './set-budget.ts';

let owner: Person;
let member: Person;
let stranger: Person;
let admin: Person;

beforeAll(async () => {
  owner = await makePerson();
  member = await makePerson({ tenantId: owner.viewer.homeTenantId, role: 'member' });
  stranger = await makePerson();
  admin = await makePerson({ role: 'admin' });
  await storeTurn(owner, { text: 'One', costMicroUsd: 300 });
  await storeTurn(owner, { text: 'Two', costMicroUsd: 500 });
  await storeTurn(member, { text: 'Three', costMicroUsd: 70 });
});
afterEach(async () => {
  await behindTheWalls(`DELETE FROM budget`);
});
afterAll(closeDatabases);

const own = (who: Person) =>
  withViewer(who.viewer, async (tx) => ownUsageSchema.parse(await readOwnUsage(who.viewer, tx)));
const all = (who: Person, query: Partial<Parameters<typeof readOperatorUsage>[2]> = {}) =>
  withViewer(who.viewer, async (tx) =>
    operatorUsageSchema.parse(await readOperatorUsage(who.viewer, tx, { by: 'day', ...query })),
  );

describe('what a person is shown', () => {
  test('is their own: turn by turn, summed up, and what is left', async () => {
    const seen = await own(owner);
    expect(seen.turns.map(({ costMicroUsd }) => costMicroUsd)).toEqual([500, 300]);
    expect(seen.thisMonth).toMatchObject({ turns: 2, costMicroUsd: 800, estimated: 0 });
    expect(seen.today).toEqual(seen.thisMonth);
    const day = seen.budgets.find(({ scope, period }) => scope === 'person' && period === 'day');
    expect(day).toMatchObject({
      unit: 'micro_usd',
      used: 800,
      reserved: 0,
      limit: BUDGETS.micro_usd.person.day,
      left: BUDGETS.micro_usd.person.day - 800,
      threshold: 0,
    });
  });

  test('is their customer’s too where they own it, and never everyone’s', async () => {
    const customer = (await own(owner)).budgets.filter(({ scope }) => scope === 'tenant');
    expect(customer.map(({ used }) => used)).toEqual([870, 870]);
    expect((await own(member)).budgets.map(({ scope }) => scope)).toEqual(['person', 'person']);
    expect((await own(stranger)).budgets.map(({ scope, used }) => [scope, used])).toEqual([
      ['person', 0],
      ['person', 0],
      ['tenant', 0],
      ['tenant', 0],
    ]);
  });

  test('and the database has nothing else for them', async () => {
    const rows = await withViewer(stranger.viewer, (tx) => tx.spend.findMany());
    const entries = await withViewer(stranger.viewer, (tx) => tx.usageEntry.findMany());
    expect([rows, entries]).toEqual([[], []]);
    const seen = await withViewer(member.viewer, (tx) => tx.spend.findMany());
    expect(new Set(seen.map(({ subjectId }) => subjectId))).toEqual(new Set([member.viewer.personId]));
    expect(await withViewer(member.viewer, (tx) => tx.usageEntry.count())).toBe(1);
  });
});

describe('what operators are shown', () => {
  test('is everyone’s, by person, customer, model and day, without an address', async () => {
    const tenant = owner.viewer.homeTenantId;
    const people = await all(admin, { by: 'person', tenant });
    expect(people.rows.map(({ key, totals }) => [key, totals.costMicroUsd])).toEqual([
      [owner.viewer.personId, 800],
      [member.viewer.personId, 70],
    ]);
    expect(JSON.stringify(people)).not.toContain('@');
    expect((await all(admin, { by: 'tenant', tenant })).rows[0]?.totals.costMicroUsd).toBe(870);
    expect((await all(admin, { by: 'model', tenant })).rows[0]).toMatchObject({ key: 'a-model' });
    expect((await all(admin, { by: 'day', tenant })).total).toMatchObject({ turns: 3, costMicroUsd: 870 });
    expect((await all(admin)).budgets.map(({ scope }) => scope)).toEqual(['global', 'global']);
  });

  test('is nobody else’s to see', async () => {
    await expect(all(owner)).rejects.toMatchObject({ code: 'not_found' });
    const support = await makePerson({ role: 'agent' });
    await expect(all(support)).rejects.toMatchObject({ code: 'not_found' });
    const seen = await withViewer(owner.viewer, (tx) => tx.$queryRaw`SELECT * FROM cs.usage_people()`);
    expect(seen).toEqual([]);
  });
});

describe('a budget', () => {
  const listed = async (who = admin) =>
    withViewer(who.viewer, async (tx) => budgetsSchema.parse(await listBudgets(who.viewer, tx)));

  test('is the policy table’s until somebody sets another, and again when it is taken back', async () => {
    const change = { scope: 'person', period: 'day', subjectId: owner.viewer.personId } as const;
    const usual = BUDGETS.micro_usd.person.day;
    expect(await setBudget(admin.viewer, { ...change, limitMicroUsd: 1_000 }, newId())).toEqual({
      before: usual,
      after: 1_000,
    });
    expect((await listed()).budgets.at(-1)).toMatchObject({ subjectId: change.subjectId, source: 'set' });
    const day = (await own(owner)).budgets[0];
    expect(day).toMatchObject({ limit: 1_000, left: 200, threshold: 80 });
    expect(await setBudget(admin.viewer, { ...change, limitMicroUsd: null }, newId())).toEqual({
      before: 1_000,
      after: usual,
    });
    const entries = await behindTheWalls<{ facts: unknown }>(
      `SELECT facts FROM audit_entry WHERE person_id = $1 AND action = 'budget.set' ORDER BY at`,
      [admin.viewer.personId],
    );
    expect(entries.map(({ facts }) => facts)).toEqual([
      { before: usual, after: 1_000, own: true },
      { before: 1_000, after: usual, own: false },
    ]);
  });

  test('of everyone holds for whoever has none of their own', async () => {
    await setBudget(admin.viewer, { scope: 'person', period: 'month', limitMicroUsd: 9_000 }, newId());
    expect((await own(member)).budgets[1]).toMatchObject({ scope: 'person', period: 'month', limit: 9_000 });
    expect((await listed()).budgets[1]).toMatchObject({ limitMicroUsd: 9_000, source: 'set' });
  });

  test('is set by administrators alone, whatever reaches the database', async () => {
    const change = { scope: 'person', period: 'day', limitMicroUsd: 1 } as const;
    const auditor = await makePerson({ role: 'auditor' });
    for (const who of [owner, member, auditor])
      await expect(setBudget(who.viewer, change, newId())).rejects.toMatchObject({ code: 'not_found' });
    expect((await listed(auditor)).mayChange).toBe(false);
    await expect(listed(owner)).rejects.toMatchObject({ code: 'not_found' });
    const state = await sqlStateOf(() =>
      withViewer(
        owner.viewer,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO cs.budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by)
          VALUES ('person', ${owner.viewer.personId}::uuid, ${owner.viewer.homeTenantId}::uuid, 'day', 1, ${owner.viewer.personId}::uuid)`,
      ),
    );
    expect(state).toBe('42501');
    const raised = await sqlStateOf(() =>
      withViewer(owner.viewer, (tx) => tx.$executeRaw`UPDATE cs.spend SET settled = 0`),
    );
    expect(raised).toBe('42501');
  });

  test('of somebody who is not there is not found', async () => {
    const change = { period: 'day', limitMicroUsd: 1, subjectId: newId() } as const;
    await expect(setBudget(admin.viewer, { ...change, scope: 'person' }, newId())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(setBudget(admin.viewer, { ...change, scope: 'tenant' }, newId())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(setBudget(admin.viewer, { ...change, scope: 'global' }, newId())).rejects.toMatchObject({
      code: 'malformed',
    });
  });
});
