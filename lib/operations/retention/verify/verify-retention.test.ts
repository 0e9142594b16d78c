import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { startTimers } from '#lib/operations/jobs/start-timers.ts';
import { TASKS } from '#lib/tasks.ts';
import { runRetention } from '../run-retention.ts';
import { verifyIfDue, verifyRetention } from './verify-retention.ts';

// Every category is counted, several times over.
vi.setConfig({ testTimeout: 120_000 });

let person: Person;
let admin: Person;
beforeEach(async () => {
  await forget();
  person = await makePerson();
  admin = await makePerson({ role: 'admin' });
  await runRetention({ dryRun: false });
});
afterEach(async () => {
  await moveClock('0');
  await forget();
});
afterAll(closeDatabases);

/** Receipts of another test may lie ahead of this one's clock. */
async function forget(): Promise<void> {
  for (const table of ['legal_hold', 'alert', 'retention_check', 'retention_run', 'outbox_mail'])
    await behindTheWalls(`DELETE FROM ${table}`);
}
const alerts = () =>
  behindTheWalls<{ kind: string; subject: string; times: number; open: boolean }>(
    `SELECT kind, subject, times, closed_at IS NULL AS open FROM alert ORDER BY kind, subject`,
  );
const raised = async () =>
  (await verifyRetention()).flatMap(({ category, alerts: kinds }) =>
    kinds.map((kind) => `${kind} ${category}`),
  );

test('after 91 days and a run of the job nothing is late but what is on hold, and the verifier is silent', async () => {
  const { conversationId } = await storeTurn(person, { text: 'Held' });
  await storeTurn(await makePerson(), { text: 'Not held' });
  await behindTheWalls(
    `INSERT INTO legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at) VALUES ($1, $2, $3, 'active', 'x', $1, $2, cs.now())`,
    [newId(), person.viewer.homeTenantId, person.viewer.personId],
  );
  await moveClock('91 days');
  await runRetention({ dryRun: false });
  expect(await raised()).toEqual([]);
  const [check] = await behindTheWalls(
    `SELECT overdue, held FROM retention_check WHERE category = 'conversations'`,
  );
  expect(check).toEqual({ overdue: 0, held: 1 });
  expect(await behindTheWalls('SELECT 1 FROM conversation WHERE id = $1', [conversationId])).toHaveLength(1);
});

describe('a job that stands still', () => {
  test('is noticed by what is late and by its last receipt, once, and told to administrators', async () => {
    await storeTurn(person, { text: 'Late' });
    await moveClock('91 days');
    const found = await raised();
    expect(found).toContain('retention.overdue conversations');
    expect(found).toContain('retention.standing_still conversations');
    await verifyRetention();
    const late = (await alerts()).filter(({ kind }) => kind === 'retention.overdue');
    expect(late.find(({ subject }) => subject === 'conversations')).toMatchObject({ times: 2, open: true });
    const mail = await behindTheWalls(
      `SELECT 1 FROM outbox_mail WHERE recipient = $1 AND subject LIKE '%retention.overdue, conversations'`,
      [admin.email],
    );
    expect(mail).toHaveLength(1);
    const audited = await behindTheWalls(
      `SELECT 1 FROM audit_entry WHERE action = 'alert.raised' AND rule = 'retention.overdue' AND facts->>'about' = 'conversations' AND at > cs.now() - interval '1 minute'`,
    );
    expect(audited).toHaveLength(1);
  });

  test('is noticed although nothing is late, and forgotten once it runs again', async () => {
    await moveClock('25 hours');
    expect(await raised()).toEqual([]);
    await moveClock('27 hours');
    expect(await raised()).toContain('retention.standing_still mail');
    await runRetention({ dryRun: false });
    expect(await raised()).toEqual([]);
    expect((await alerts()).filter(({ open }) => open)).toEqual([]);
  });

  test('is noticed where no worker lives: every server process looks, one of many does it', async () => {
    await storeTurn(person, { text: 'Late' });
    await moveClock('91 days');
    const stop = startTimers(TASKS);
    await expect.poll(async () => (await alerts()).length, { timeout: 300_000 }).toBeGreaterThan(0);
    stop();
    expect(await Promise.all([verifyIfDue(), verifyIfDue(), verifyIfDue()])).toEqual([[], [], []]);
  });
});

test('what waits for the next run is not late yet', async () => {
  await storeTurn(person, { text: 'Off the record', temporary: true });
  await moveClock('3 hours');
  expect(await raised()).toEqual([]);
  await moveClock('5 hours');
  expect(await raised()).toContain('retention.overdue temporary_conversations');
});

test('an expiry that was set wrongly is found by the promise', async () => {
  const { conversationId } = await storeTurn(person, { text: 'Forever' });
  await behindTheWalls('ALTER TABLE conversation DISABLE TRIGGER cap_expiry');
  await behindTheWalls(`UPDATE conversation SET expires_at = cs.now() + interval '10 years' WHERE id = $1`, [
    conversationId,
  ]);
  await behindTheWalls('ALTER TABLE conversation ENABLE TRIGGER cap_expiry');
  await moveClock('91 days');
  await runRetention({ dryRun: false });
  expect(await raised()).toEqual(['retention.overdue conversations']);
  await behindTheWalls('DELETE FROM conversation WHERE id = $1', [conversationId]);
});

test('a clock that was set back removes nothing too early, and is an alert', async () => {
  const { conversationId } = await storeTurn(person, { text: 'Young' });
  await moveClock('40 days');
  await runRetention({ dryRun: false });
  await moveClock('0');
  await runRetention({ dryRun: false });
  expect(await behindTheWalls('SELECT 1 FROM conversation WHERE id = $1', [conversationId])).toHaveLength(1);
  expect(await raised()).toContain('retention.clock_set_back conversations');
  expect((await alerts()).every(({ kind }) => kind === 'retention.clock_set_back')).toBe(true);
});
