import { afterAll, afterEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { setBudget } from './set-budget.ts';
import { tellOfBudgets } from './tell-of-budgets.ts';

afterEach(async () => {
  await moveClock('0');
  await behindTheWalls(`DELETE FROM budget`);
});
afterAll(closeDatabases);

const noticesOf = (subject: string) =>
  behindTheWalls<{ threshold: number }>(
    'SELECT threshold FROM budget_notice WHERE subject_id = $1 ORDER BY threshold',
    [subject],
  ).then((rows) => rows.map(({ threshold }) => threshold));
const alertsOf = (subject: string) =>
  behindTheWalls<{ threshold: number; open: boolean }>(
    `SELECT (facts->>'threshold')::int AS threshold, closed_at IS NULL AS open FROM alert
     WHERE kind = 'budget.threshold' AND subject LIKE '%' || $1 || '%' ORDER BY 1`,
    [subject],
  );

test('half, four fifths and all of a budget are told of, once each, to operators and to the owner, and are past with the period', async () => {
  const owner = await makePerson();
  const member = await makePerson({ tenantId: owner.viewer.homeTenantId, role: 'member' });
  const admin = await makePerson({ role: 'admin' });
  const tenant = owner.viewer.homeTenantId;
  const budget = { scope: 'tenant', period: 'day', subjectId: tenant, limitMicroUsd: 1_000 } as const;
  await setBudget(admin.viewer, budget, newId());

  await storeTurn(member, { text: 'One', costMicroUsd: 499 });
  expect(await noticesOf(tenant)).toEqual([]);
  await storeTurn(member, { text: 'Two', costMicroUsd: 1 });
  expect(await noticesOf(tenant)).toEqual([50]);
  await storeTurn(owner, { text: 'Three', costMicroUsd: 320 });
  await storeTurn(owner, { text: 'Four', costMicroUsd: 10 });
  expect(await noticesOf(tenant)).toEqual([50, 80]);
  // Nothing is left that it would fit into: that is all of it, and is said once however often it is tried.
  for (const text of ['Five', 'Six'])
    await expect(storeTurn(owner, { text, costMicroUsd: 171 })).rejects.toMatchObject({
      code: 'budget_exhausted',
    });
  expect(await noticesOf(tenant)).toEqual([50, 80, 100]);

  // Whoever runs it, twice and at once.
  await Promise.all([tellOfBudgets(), tellOfBudgets()]);
  await tellOfBudgets();
  expect((await alertsOf(tenant)).map(({ threshold }) => threshold)).toEqual([50, 80, 100]);
  const mails = await behindTheWalls<{ recipient: string; subject: string; body: string }>(
    `SELECT recipient, subject, body FROM outbox_mail WHERE tenant_id = $1 AND template = 'budget_notice' ORDER BY subject`,
    [tenant],
  );
  expect(mails.map(({ recipient }) => recipient)).toEqual([owner.email, owner.email, owner.email]);
  for (const percent of ['50 %', '80 %', '100 %'])
    expect(mails.filter(({ subject }) => subject.includes(` ${percent}`))).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toContain('Three');

  await moveClock('2 days');
  await tellOfBudgets();
  expect(await alertsOf(tenant)).toEqual([50, 80, 100].map((threshold) => ({ threshold, open: false })));
});

test('half of one person’s allowance is told to nobody else', async () => {
  const owner = await makePerson();
  const admin = await makePerson({ role: 'admin' });
  const subjectId = owner.viewer.personId;
  const budget = { scope: 'person', period: 'month', subjectId, limitMicroUsd: 1_000 } as const;
  await setBudget(admin.viewer, budget, newId());
  await storeTurn(owner, { text: 'One', costMicroUsd: 600 });
  await tellOfBudgets();
  expect([await noticesOf(subjectId), await alertsOf(subjectId)]).toEqual([[50], []]);
  await storeTurn(owner, { text: 'Two', costMicroUsd: 250 });
  await tellOfBudgets();
  expect((await alertsOf(subjectId)).map(({ threshold }) => threshold)).toEqual([80]);
});
