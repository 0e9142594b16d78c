import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { KEEP_DAYS } from '#lib/contract/keeping.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { listConversations } from '#lib/stages/history/list-conversations.ts';
import { previewKeeping, readKeeping } from '#lib/stages/history/keeping/read-keeping.ts';
import { deleteAllConversations } from './delete-all-conversations.ts';
import { setKeeping } from './set-keeping.ts';

let person: Person;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(() => moveClock('0'));
afterAll(closeDatabases);

const set = (body: Parameters<typeof setKeeping>[1], as = person) => setKeeping(as.viewer, body, newId());
const read = (as = person) => withViewer(as.viewer, (tx) => readKeeping(as.viewer, tx, 90));
const preview = (days: (typeof KEEP_DAYS)[number], as = person) =>
  withViewer(as.viewer, (tx) => previewKeeping(as.viewer, tx, days));
const titles = async (as = person) =>
  (await withViewer(as.viewer, (tx) => listConversations(as.viewer, tx))).conversations.map(
    ({ title }) => title,
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
async function stored(conversationId: string) {
  const [row] = await behindTheWalls<{ days: number; key: boolean; expired: boolean }>(
    `SELECT round(extract(epoch FROM c.expires_at - c.updated_at) / 86400, 3)::float8 AS days, k.wrapped IS NOT NULL AS key, c.expires_at <= cs.now() AS expired
     FROM conversation c JOIN data_key k ON k.scope_id = c.id WHERE c.id = $1`,
    [conversationId],
  );
  return row;
}

describe('a period of a person’s own', () => {
  test('holds for every message from then on, and for nobody else', async () => {
    const before = await storeTurn(person, { text: 'Before' });
    expect(await set({ days: 7 })).toMatchObject({ days: 7, organisationDays: 90, conversations: 1 });
    const after = await storeTurn(person, { text: 'After' });
    const other = await storeTurn(await makePerson(), { text: 'Other' });
    expect((await stored(after.conversationId))?.days).toBe(7);
    expect((await stored(before.conversationId))?.days).toBe(90);
    expect((await stored(other.conversationId))?.days).toBe(90);
    await storeTurn(person, { text: 'More', conversationId: before.conversationId });
    expect((await stored(before.conversationId))?.days).toBe(7);
  });

  test('is never longer than the organisation’s, nor than a temporary conversation’s hour', async () => {
    await set({ days: 60 });
    const temporary = await storeTurn(person, { text: 'Off the record', temporary: true });
    expect((await stored(temporary.conversationId))?.days).toBeCloseTo(1 / 24, 2);
    const { conversationId } = await storeTurn(person, { text: 'Kept' });
    await withViewer(
      person.viewer,
      (tx) =>
        tx.$executeRaw`UPDATE cs.conversation SET expires_at = cs.now() + interval '400 days' WHERE id = ${conversationId}::uuid`,
    );
    expect((await stored(conversationId))?.days).toBe(60);
    expect(await withViewer(person.viewer, (tx) => readKeeping(person.viewer, tx, 30))).toMatchObject({
      days: null,
      choices: [1, 7],
    });
  });

  test('ends with going back to the organisation’s', async () => {
    await set({ days: 1 });
    expect(await set({ days: null })).toMatchObject({ days: null });
    const { conversationId } = await storeTurn(person, { text: 'After' });
    expect((await stored(conversationId))?.days).toBe(90);
    expect(await codeOf(set({ days: null, stored: { deleted: 0 } }))).toBe('malformed');
  });

  test('is asked for in steps that the database knows as well', async () => {
    for (const days of [...KEEP_DAYS, 2, 90]) {
      const wanted = (KEEP_DAYS as readonly number[]).includes(days) ? 'accepted' : '23514';
      expect(
        await sqlStateOf(() =>
          withViewer(
            person.viewer,
            (tx) => tx.$executeRaw`
            INSERT INTO cs.keep_choice (person_id, tenant_id, days) VALUES (${person.viewer.personId}::uuid, ${person.viewer.homeTenantId}::uuid, ${days}::int)
            ON CONFLICT (person_id) DO UPDATE SET days = excluded.days`,
          ),
        ),
      ).toBe(wanted);
    }
  });

  test('can’t be set for, or seen of, another person', async () => {
    await set({ days: 7 });
    const other = await makePerson();
    expect(await withViewer(other.viewer, (tx) => tx.keepChoice.count())).toBe(0);
    expect(
      await sqlStateOf(() =>
        withViewer(
          other.viewer,
          (tx) => tx.$executeRaw`
          INSERT INTO cs.keep_choice (person_id, tenant_id, days) VALUES (${person.viewer.personId}::uuid, ${person.viewer.homeTenantId}::uuid, 1)`,
        ),
      ),
    ).toBe('42501');
    expect(await withViewer(other.viewer, (tx) => tx.$executeRaw`DELETE FROM cs.keep_choice`)).toBe(0);
    expect(await read()).toMatchObject({ days: 7 });
  });
});

describe('applied to what is stored', () => {
  async function three() {
    const old = await storeTurn(person, { text: 'Old' });
    await moveClock('5 days');
    const middle = await storeTurn(person, { text: 'Middle' });
    await moveClock('10 days');
    const fresh = await storeTurn(person, { text: 'Fresh' });
    return { old, middle, fresh };
  }

  test('deletes, with their keys, as many as the preview said; the others are kept for less', async () => {
    const { old, middle, fresh } = await three();
    const other = await makePerson();
    const others = await storeTurn(other, { text: 'Others' });
    expect(await preview(7)).toEqual({ days: 7, deleted: 1, shortened: 2 });
    expect(await set({ days: 7, stored: { deleted: 1 } })).toMatchObject({ days: 7, conversations: 2 });
    expect(await stored(old.conversationId)).toMatchObject({ key: false, expired: true });
    expect(await stored(middle.conversationId)).toMatchObject({ key: true, expired: false, days: 7 });
    expect(await stored(fresh.conversationId)).toMatchObject({ key: true, days: 7 });
    expect(await stored(others.conversationId)).toMatchObject({ key: true, days: 90 });
    expect(await titles()).toEqual(['Fresh', 'Middle']);
    expect(await preview(7)).toEqual({ days: 7, deleted: 0, shortened: 0 });
  });

  test('changes nothing where another number would go than was confirmed', async () => {
    const { old, middle } = await three();
    expect(await codeOf(set({ days: 7, stored: { deleted: 0 } }))).toBe('changed');
    expect(await stored(old.conversationId)).toMatchObject({ key: true, days: 90 });
    expect(await stored(middle.conversationId)).toMatchObject({ days: 90 });
    expect(await read()).toMatchObject({ days: null, conversations: 3 });
  });

  test('never brings an end further away', async () => {
    const { fresh } = await three();
    await set({ days: 1, stored: { deleted: 2 } });
    await set({ days: 60, stored: { deleted: 0 } });
    expect((await stored(fresh.conversationId))?.days).toBe(1);
  });

  test('is written down by numbers alone', async () => {
    await three();
    await set({ days: 7, stored: { deleted: 1 } });
    const entries = await behindTheWalls(
      `SELECT action, rule, facts FROM audit_entry WHERE person_id = $1 AND action LIKE 'conversation.%' ORDER BY action`,
      [person.viewer.personId],
    );
    expect(entries).toEqual([
      { action: 'conversation.deleted', rule: 'period', facts: { count: 1 } },
      { action: 'conversation.period_set', rule: '7 days', facts: { deleted: 1, shortened: 2 } },
    ]);
  });
});

test('all conversations go at once with their keys, temporary ones too, and only as many as were confirmed', async () => {
  const one = await storeTurn(person, { text: 'One' });
  const off = await storeTurn(person, { text: 'Off the record', temporary: true });
  const other = await makePerson();
  const others = await storeTurn(other, { text: 'Others' });
  expect(await codeOf(deleteAllConversations(person.viewer, 2, newId()))).toBe('changed');
  expect(await stored(one.conversationId)).toMatchObject({ key: true });
  expect(await deleteAllConversations(person.viewer, 1, newId())).toBe(1);
  for (const { conversationId } of [one, off])
    expect(await stored(conversationId)).toMatchObject({ key: false, expired: true });
  expect(await stored(others.conversationId)).toMatchObject({ key: true, days: 90 });
});
