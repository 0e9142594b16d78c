import { expect, test } from '@playwright/test';
import { type AnotherApp, startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { type FaultyProvider, startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { postChat, refusalOf } from '#e2e/fixtures/post-chat.ts';

let provider: FaultyProvider;
let apps: AnotherApp[];
test.beforeAll(async () => {
  test.setTimeout(120_000);
  provider = await startFaultyProvider();
  // A model with a price: what it costs is reserved and booked.
  const settings = {
    OPENAI_BASE_URL: provider.url,
    OPENAI_API_KEY: 'key-under-test',
    OPENAI_MODEL: 'gpt-4.1-mini',
  };
  apps = await Promise.all([startAnotherApp(settings), startAnotherApp(settings)]);
});
test.afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await provider.close();
});

const allow = (personId: string, tenantId: string, limit: number) =>
  behindTheWalls(
    `INSERT INTO budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by) VALUES ('person', $1, $2, 'day', $3, $1)`,
    [personId, tenantId, limit],
  );
const standing = async (personId: string) =>
  (
    await behindTheWalls<{ reserved: number; settled: number }>(
      `SELECT reserved::float8 AS reserved, settled::float8 AS settled FROM spend WHERE subject_id = $1 AND period = 'day'`,
      [personId],
    )
  )[0];
const reservedBy = async (personId: string) =>
  (
    await behindTheWalls<{ id: string; reserved: number }>(
      `SELECT id, reserved_micro_usd::float8 AS reserved FROM turn WHERE person_id = $1 ORDER BY opened_at DESC`,
      [personId],
    )
  )[0];

test('a budget holds across two processes, to the last turn that fits', async () => {
  const { cookie, viewer } = await makePerson({ spec: 'northwind' });
  provider.script({ mode: 'text', text: 'You owe nothing.' });
  const first = await postChat(cookie, { text: 'Hello' }, { url: apps[0]?.url ?? '' });
  expect(first.status).toBe(200);
  const most = (await reservedBy(viewer.personId))?.reserved ?? 0;
  const spent = (await standing(viewer.personId))?.settled ?? 0;
  expect([most > 0, spent > 0]).toEqual([true, true]);
  // Room for the most that two more turns can cost, one after the other.
  await allow(viewer.personId, viewer.homeTenantId, most + spent * 2 + spent);
  const codes: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const answer = await postChat(cookie, { text: 'Hello' }, { url: apps[turn % 2]?.url ?? '' });
    codes.push(answer.status === 200 ? 'answered' : refusalOf(answer));
  }
  expect(codes.slice(0, 2)).toEqual(['answered', 'answered']);
  expect(codes.slice(-1)).toEqual(['budget_exhausted']);
  const end = await standing(viewer.personId);
  expect(end?.reserved).toBe(0);
  expect(end?.settled).toBeLessThanOrEqual(most + spent * 3);
});

test('a process that is killed in the middle of a turn leaves nothing reserved once the sweeper has been', async () => {
  test.setTimeout(120_000);
  const { cookie, viewer } = await makePerson({ spec: 'northwind' });
  provider.script({ mode: 'silent' });
  const asked = provider.received.length;
  void postChat(cookie, { text: 'Hello' }, { url: apps[1]?.url ?? '' }).catch(() => undefined);
  await expect.poll(() => provider.received.length).toBeGreaterThan(asked);
  const turn = await reservedBy(viewer.personId);
  expect(await standing(viewer.personId)).toEqual({ reserved: turn?.reserved, settled: 0 });
  await apps[1]?.kill();
  // As if its lease had run out by itself: the other process sweeps every few seconds.
  await behindTheWalls(`UPDATE turn SET lease_until = now() - interval '1 second' WHERE id = $1`, [turn?.id]);
  await expect
    .poll(() => standing(viewer.personId), { timeout: 90_000 })
    .toEqual({ reserved: 0, settled: turn?.reserved });
  const entries = await behindTheWalls('SELECT estimated FROM usage_entry WHERE turn_id = $1', [turn?.id]);
  expect(entries).toEqual([{ estimated: true }]);
});
