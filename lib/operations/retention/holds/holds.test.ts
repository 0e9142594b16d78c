import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import type { HoldMove } from '#lib/contract/retention.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { listConversations } from '#lib/stages/history/list-conversations.ts';
import { purgeCategory } from '../purge-category.ts';
import { listHolds } from './list-holds.ts';
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

const purge = () => purgeCategory('conversations', { dryRun: false });
const REASON = 'Complaint of Marigold Petal';
const set = (by = first, email: string | undefined = held.email) =>
  setHold(
    by.viewer,
    { tenantId: held.viewer.homeTenantId, reason: REASON, ...(email ? { email } : {}) },
    newId(),
  );
const move = (by: Person, id: string, step: HoldMove) => moveHold(by.viewer, { id, move: step }, newId());
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
async function confirmed(): Promise<string> {
  const id = await set();
  await move(second, id, 'confirm');
  return id;
}
async function left(conversationId: string) {
  const [row] = await behindTheWalls<{ rows: number; key: boolean | null }>(
    `SELECT (SELECT count(*)::int FROM message WHERE conversation_id = $1) AS rows, (SELECT wrapped IS NOT NULL FROM data_key WHERE scope_id = $1) AS key`,
    [conversationId],
  );
  return row;
}
const listed = async () =>
  (await withViewer(held.viewer, (tx) => listConversations(held.viewer, tx))).conversations.length;

describe('what is on legal hold', () => {
  test('outlives its period, with its key, until the hold is released by two people', async () => {
    const { conversationId } = await storeTurn(held, { text: 'Held' });
    const other = await storeTurn(await makePerson(), { text: 'Not held' });
    const id = await confirmed();
    await moveClock('91 days');
    expect(await purge()).toMatchObject({ overdue: 0 });
    expect(await left(conversationId)).toEqual({ rows: 2, key: true });
    expect((await left(other.conversationId))?.rows).toBe(0);
    await move(first, id, 'ask_release');
    await purge();
    expect(await left(conversationId)).toEqual({ rows: 2, key: true });
    await move(second, id, 'release');
    expect((await purge()).removed).toBe(1);
    expect(await left(conversationId)).toEqual({ rows: 0, key: null });
  });

  test('is gone from its person’s view when they delete it, and stays behind it', async () => {
    const { conversationId } = await storeTurn(held, { text: 'Forget this' });
    const id = await confirmed();
    await deleteConversation(held.viewer, { id: conversationId });
    await moveClock('1 second');
    expect(await listed()).toBe(0);
    await purge();
    expect(await left(conversationId)).toEqual({ rows: 2, key: true });
    await move(second, id, 'ask_release');
    await move(first, id, 'release');
    await purge();
    expect(await left(conversationId)).toEqual({ rows: 0, key: null });
  });

  test('of a whole customer covers everyone of it, and nobody else', async () => {
    const { conversationId } = await storeTurn(held, { text: 'Held' });
    const id = await set(first, '');
    await move(second, id, 'confirm');
    await moveClock('91 days');
    await purge();
    expect((await left(conversationId))?.rows).toBe(2);
  });

  test('is refused to every deletion by the database itself, whatever the code asks', async () => {
    const { conversationId, answerMessageId } = await storeTurn(held, { text: 'Held' });
    await confirmed();
    await moveClock('91 days');
    const db = database('purge');
    expect(await db.$executeRaw`DELETE FROM cs.conversation WHERE id = ${conversationId}::uuid`).toBe(0);
    expect(await db.$executeRaw`DELETE FROM cs.data_key WHERE scope_id = ${conversationId}::uuid`).toBe(0);
    expect(await db.$executeRaw`UPDATE cs.message SET trace = NULL WHERE id = ${answerMessageId}::uuid`).toBe(
      0,
    );
    const destroy = () =>
      withViewer(
        held.viewer,
        (tx) =>
          tx.$executeRaw`UPDATE cs.data_key SET wrapped = NULL, destroyed_at = cs.now() WHERE scope_id = ${conversationId}::uuid`,
      );
    expect(await sqlStateOf(destroy)).toBe('42501');
    expect(await left(conversationId)).toEqual({ rows: 2, key: true });
  });
});

describe('a hold', () => {
  test('protects from the moment it is set, and lapses after three days where nobody confirms it', async () => {
    const { conversationId } = await storeTurn(held, { text: 'Held' });
    await moveClock('91 days');
    const id = await set();
    await purge();
    expect((await left(conversationId))?.rows).toBe(2);
    await moveClock('95 days');
    expect(await codeOf(move(second, id, 'confirm'))).toBe('decided');
    await purge();
    expect((await left(conversationId))?.rows).toBe(0);
  });

  test('takes two different people to confirm and to release, whoever tries', async () => {
    const id = await set();
    expect(await codeOf(move(first, id, 'confirm'))).toBe('not_eligible');
    expect(await codeOf(move(second, id, 'release'))).toBe('decided');
    expect(await move(second, id, 'confirm')).toBe('active');
    expect(await codeOf(move(first, id, 'withdraw'))).toBe('decided');
    expect(await move(second, id, 'ask_release')).toBe('releasing');
    expect(await codeOf(move(second, id, 'release'))).toBe('not_eligible');
    expect(await move(first, id, 'keep')).toBe('active');
    await move(first, id, 'ask_release');
    expect(await move(second, id, 'release')).toBe('released');
    expect(await codeOf(move(second, id, 'confirm'))).toBe('decided');
  });

  test('confirmed by two at once is confirmed once', async () => {
    const id = await set();
    const third = await makePerson({ role: 'admin' });
    const codes = await Promise.all([
      codeOf(move(second, id, 'confirm')),
      codeOf(move(third, id, 'confirm')),
    ]);
    expect(codes.toSorted()).toEqual(['allowed', 'decided']);
  });

  test('is not moved past the code either: the database refuses one person for two', async () => {
    const id = await set();
    const acting = { ...first.viewer, actingTenantId: held.viewer.homeTenantId };
    const alone = () =>
      withViewer(
        acting,
        (tx) =>
          tx.$executeRaw`UPDATE cs.legal_hold SET state = 'active', confirmed_by = ${first.viewer.personId}::uuid, confirmed_at = cs.now() WHERE id = ${id}::uuid`,
      );
    const inAnothersName = () =>
      withViewer(
        acting,
        (tx) =>
          tx.$executeRaw`UPDATE cs.legal_hold SET state = 'active', confirmed_by = ${second.viewer.personId}::uuid, confirmed_at = cs.now() WHERE id = ${id}::uuid`,
      );
    expect(await sqlStateOf(alone)).toBe('23514');
    expect(await sqlStateOf(inAnothersName)).toBe('23514');
    const gone = () => withViewer(acting, (tx) => tx.$executeRaw`DELETE FROM cs.legal_hold`);
    expect(await sqlStateOf(gone)).toBe('42501');
  });

  test('belongs to administrators: for everyone else there is none', async () => {
    const id = await set();
    for (const role of ['owner', 'member', 'agent', 'approver', 'auditor', 'trainer'] as const) {
      const other = await makePerson({ role });
      expect(await codeOf(set(other))).toBe('not_found');
      expect(await codeOf(move(other, id, 'confirm'))).toBe('not_found');
      const list = withViewer(other.viewer, (tx) => listHolds(other.viewer, tx));
      if (role !== 'auditor') expect(await codeOf(list)).toBe('not_found');
    }
    expect(await codeOf(set(first, 'nobody@tests.test'))).toBe('not_found');
  });

  test('keeps its reason sealed: administrators read it, auditors see that there is one, the log holds no word of it', async () => {
    const id = await confirmed();
    const auditor = await makePerson({ role: 'auditor' });
    const as = (person: Person) => withViewer(person.viewer, (tx) => listHolds(person.viewer, tx));
    expect((await as(first)).find(({ holdId }) => holdId === id)).toMatchObject({
      reason: REASON,
      person: held.email,
      state: 'active',
      setBy: 'you',
      confirmedBy: 'a colleague',
      moves: ['ask_release'],
    });
    expect((await as(auditor)).find(({ holdId }) => holdId === id)).toMatchObject({
      reason: null,
      moves: [],
    });
    const [row] = await behindTheWalls<{ all: string }>(
      `SELECT (SELECT string_agg(a::text, '') FROM audit_entry a WHERE subject_id = $1) || (SELECT encode(reason, 'escape') FROM legal_hold WHERE id = $1::uuid) AS all`,
      [id],
    );
    expect(row?.all).toContain('hold.set');
    expect(row?.all).toContain('hold.confirmed');
    expect(row?.all).not.toContain('Marigold');
  });

  test('that ended goes after three years, with the key of its reason', async () => {
    const id = await set();
    await move(first, id, 'withdraw');
    await moveClock('1090 days');
    await purgeCategory('holds', { dryRun: false });
    expect(await behindTheWalls('SELECT 1 FROM legal_hold WHERE id = $1', [id])).toHaveLength(1);
    await moveClock('1100 days');
    expect(await purgeCategory('holds', { dryRun: false })).toMatchObject({ removed: 1, keysDestroyed: 1 });
    expect(await behindTheWalls('SELECT 1 FROM data_key WHERE scope_id = $1', [id])).toEqual([]);
  });
});
