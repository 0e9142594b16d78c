import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { DAY_MS } from '#lib/kernel/clock.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { organisationPeriodDays } from '#lib/stages/admission/organisation-period.ts';
import { RETENTION_TABLE } from '../policy.ts';
import { purgeCategory } from '../purge-category.ts';
import { retentionCategories } from '../run-retention.ts';
import { setPeriod } from './set-period.ts';

let person: Person;
let admin: Person;
beforeEach(async () => {
  person = await makePerson();
  admin = await makePerson({ role: 'admin' });
});
afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM legal_hold');
});
afterAll(closeDatabases);

const ask = (days: number | null, confirmed?: number, category = 'conversations', by = admin) =>
  setPeriod(
    by.viewer,
    {
      tenantId: person.viewer.homeTenantId,
      category,
      keptDays: days,
      ...(confirmed === undefined ? {} : { confirmed }),
    },
    newId(),
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
async function keptDays(conversationId: string): Promise<number | undefined> {
  const [row] = await behindTheWalls<{ days: number }>(
    `SELECT round(extract(epoch FROM expires_at - updated_at) / 86400)::int AS days FROM conversation WHERE id = $1`,
    [conversationId],
  );
  return row?.days;
}
const shown = () => withViewer(person.viewer, (tx) => organisationPeriodDays(person.viewer, tx));

describe('a customer’s own period', () => {
  test('shows what it would remove, and changes nothing until that is confirmed', async () => {
    const old = await storeTurn(person, { text: 'Old' });
    await moveClock('10 days');
    const fresh = await storeTurn(person, { text: 'Fresh' });
    expect(await ask(7)).toEqual({ removes: 1, applied: false });
    expect(await shown()).toBe(90);
    expect(await ask(7, 1)).toEqual({ removes: 1, applied: true });
    expect(await shown()).toBe(7);
    expect(await keptDays(fresh.conversationId)).toBe(7);
    expect(await purgeCategory('conversations', { dryRun: false })).toMatchObject({ removed: 1, overdue: 0 });
    expect(await keptDays(old.conversationId)).toBeUndefined();
  });

  test('is not applied where more would go than was shown', async () => {
    await storeTurn(person, { text: 'Old' });
    await moveClock('10 days');
    expect(await codeOf(ask(7, 0))).toBe('changed');
    expect(await shown()).toBe(90);
  });

  test('holds for new messages, shorter and longer; what is stored is never kept for longer', async () => {
    const stored = await storeTurn(person, { text: 'Stored' });
    await ask(200, 0);
    expect(await shown()).toBe(200);
    expect(await keptDays(stored.conversationId)).toBe(90);
    const later = await storeTurn(person, { text: 'Later' });
    expect(await keptDays(later.conversationId)).toBe(200);
    const elsewhere = await storeTurn(await makePerson(), { text: 'Elsewhere' });
    expect(await keptDays(elsewhere.conversationId)).toBe(90);
    await ask(null, 0);
    expect(await shown()).toBe(90);
    expect(await keptDays(later.conversationId)).toBe(90);
  });

  test('is cut to by the database, whatever the code asks for', async () => {
    const { conversationId } = await storeTurn(person, { text: 'Mine' });
    await withViewer(
      person.viewer,
      (tx) =>
        tx.$executeRaw`UPDATE cs.conversation SET expires_at = cs.now() + interval '10 years' WHERE id = ${conversationId}::uuid`,
    );
    expect(await keptDays(conversationId)).toBe(90);
  });

  test('of look-ups is theirs alone', async () => {
    const mine = await storeTurn(person, { text: 'Mine' });
    const others = await storeTurn(await makePerson(), { text: 'Others' });
    await moveClock('5 days');
    expect(await ask(3, undefined, 'tool_results')).toEqual({ removes: 1, applied: false });
    await ask(3, 1, 'tool_results');
    await purgeCategory('tool_results', { dryRun: false });
    const traces = await behindTheWalls<{ id: string }>(
      'SELECT id FROM message WHERE trace IS NOT NULL AND id = ANY($1)',
      [[mine.answerMessageId, others.answerMessageId]],
    );
    expect(traces.map(({ id }) => id)).toEqual([others.answerMessageId]);
  });

  test('never counts or removes what is on hold', async () => {
    const { conversationId } = await storeTurn(person, { text: 'Held' });
    const { personId, homeTenantId } = person.viewer;
    await behindTheWalls(
      `INSERT INTO legal_hold (id, tenant_id, person_id, state, reason, set_by, confirmed_by, confirmed_at) VALUES ($1, $2, $3, 'active', 'x', $1, $2, cs.now())`,
      [newId(), homeTenantId, personId],
    );
    await moveClock('10 days');
    expect(await ask(7, 0)).toEqual({ removes: 0, applied: true });
    await purgeCategory('conversations', { dryRun: false });
    expect(await keptDays(conversationId)).toBe(7);
  });

  test('stays within its bounds, and exists only where the table allows one', async () => {
    expect(await codeOf(ask(0))).toBe('malformed');
    expect(await codeOf(ask(366))).toBe('malformed');
    expect(await codeOf(ask(10, 0, 'approvals'))).toBe('malformed');
    expect(await codeOf(ask(10, 0, 'security_logs'))).toBe('malformed');
    expect(await codeOf(ask(10, 0, 'constructor'))).toBe('malformed');
  });

  test('is set by administrators alone, in the code and in the database', async () => {
    for (const role of ['owner', 'agent', 'approver', 'auditor'] as const) {
      const other = await makePerson({ role });
      expect(await codeOf(ask(7, 5, 'conversations', other))).toBe('not_found');
    }
    const own = (tenantId: string, role: 'owner' | 'admin') => () =>
      withViewer(
        { ...person.viewer, role },
        (tx) =>
          tx.$executeRaw`INSERT INTO cs.retention_override (tenant_id, category, kept_days, set_by) VALUES (${tenantId}::uuid, 'mail', 9, ${person.viewer.personId}::uuid)`,
      );
    expect(await sqlStateOf(own(person.viewer.homeTenantId, 'owner'))).toBe('42501');
    expect(await sqlStateOf(own(newId(), 'admin'))).toBe('42501');
    expect(
      await sqlStateOf(() => withViewer(person.viewer, (tx) => tx.$queryRaw`SELECT cs.apply_period()`)),
    ).toBe('42501');
  });

  test('is written down with what held before and what it removes', async () => {
    await ask(30, 0);
    const [entry] = await behindTheWalls(
      `SELECT person_id, role, outcome, rule, facts FROM audit_entry WHERE action = 'retention.period_set' AND tenant_id = $1`,
      [person.viewer.homeTenantId],
    );
    expect(entry).toMatchObject({
      person_id: admin.viewer.personId,
      role: 'admin',
      rule: 'conversations',
      facts: { beforeDays: 90, days: 30, removes: 0 },
    });
  });
});

const CARRY_THEIR_END = new Set<string>(['ended_sessions', 'approval_nonces', 'exports', 'settings']);
describe('the table that people read says what the database does:', () => {
  test('its periods', async () => {
    for (const category of retentionCategories()) {
      const [row] = await behindTheWalls<{ ms: number | null }>(
        'SELECT (extract(epoch FROM cs.kept_by_default($1)) * 1000)::float8 AS ms',
        [category],
      );
      expect(row?.ms, category).toBe(CARRY_THEIR_END.has(category) ? null : RETENTION_TABLE[category].keptMs);
    }
    expect(RETENTION_TABLE.conversations.keptMs).toBe(90 * DAY_MS);
  });

  test('its bounds', async () => {
    const accepted = (category: string, days: number) =>
      behindTheWalls(
        `INSERT INTO retention_override (tenant_id, category, kept_days, set_by) VALUES ($1, $2, $3, $1)`,
        [newId(), category, days],
      ).then(
        () => true,
        () => false,
      );
    for (const category of retentionCategories()) {
      const { override } = RETENTION_TABLE[category];
      if (!override) expect(await accepted(category, 30), category).toBe(false);
      else {
        const { leastDays, mostDays } = override;
        const tried = [leastDays - 1, leastDays, mostDays, mostDays + 1];
        const answers = await Promise.all(tried.map((days) => accepted(category, days)));
        expect(answers, category).toEqual([false, true, true, false]);
      }
    }
    await behindTheWalls('DELETE FROM retention_override');
  });
});
