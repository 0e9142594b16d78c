import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { loadHandles, saveHandles } from '#lib/stages/history/handles.ts';
import { purgeCategory } from './purge-category.ts';
import { countLate } from './verify/count-late.ts';

const purgeExpired = (options: { dryRun: boolean }) => purgeCategory('conversations', options);
let person: Person;
beforeEach(async () => {
  person = await makePerson();
  await purgeExpired({ dryRun: false });
});
afterEach(async () => {
  // Nothing of a test is left to expire in the next one.
  await moveClock('1000 days');
  await purgeExpired({ dryRun: false });
  await moveClock('0');
});
afterAll(closeDatabases);

/** Everything that hangs from a conversation, table by table. */
async function left(conversationId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, column] of [
    ['conversation', 'id'],
    ['message', 'conversation_id'],
    ['turn', 'conversation_id'],
    ['handle', 'conversation_id'],
    ['data_key', 'scope_id'],
  ]) {
    const [row] = await behindTheWalls<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${table}" WHERE "${column}" = $1`,
      [conversationId],
    );
    counts[table ?? ''] = row?.n ?? -1;
  }
  return counts;
}
async function store(text: string, more: object = {}) {
  const stored = await storeTurn(person, { text, ...more });
  await withViewer(person.viewer, async (tx) => {
    const book = await loadHandles(person.viewer, tx, stored.conversationId);
    book.mint('invoice', newId(), '2026-117');
    await saveHandles(person.viewer, tx, stored.conversationId, book.minted);
  });
  return stored.conversationId;
}
const whole = { conversation: 1, message: 2, turn: 1, handle: 1, data_key: 1 };
const nothing = { conversation: 0, message: 0, turn: 0, handle: 0, data_key: 0 };
const receipts = () =>
  behindTheWalls<{ removed: number; dry_run: boolean; overdue: number; finished: boolean }>(
    `SELECT removed, dry_run, overdue, finished_at IS NOT NULL AS finished FROM retention_run WHERE category = 'conversations' ORDER BY id DESC`,
  );

describe('after ninety days', () => {
  test('a conversation is gone with its messages, turns, handles and key; a fresh one stays', async () => {
    const old = await store('Old');
    expect(await left(old)).toEqual(whole);
    await moveClock('91 days');
    const fresh = await store('Fresh');
    expect(await purgeExpired({ dryRun: false })).toMatchObject({ removed: 1, keysDestroyed: 1, overdue: 0 });
    expect(await left(old)).toEqual(nothing);
    expect(await left(fresh)).toEqual(whole);
  });

  test('and not a day before, nor when someone spoke in it since', async () => {
    const kept = await store('Kept');
    await moveClock('60 days');
    await storeTurn(person, { text: 'More', conversationId: kept });
    await moveClock('149 days');
    expect((await purgeExpired({ dryRun: false })).removed).toBe(0);
    expect((await left(kept)).message).toBe(4);
    await moveClock('151 days');
    expect((await purgeExpired({ dryRun: false })).removed).toBe(1);
  });

  test('what was used and what was audited stays, and neither holds a word of it', async () => {
    await store('Marigold');
    await moveClock('91 days');
    await purgeExpired({ dryRun: false });
    const [rest] = await behindTheWalls<{ entries: string; usage: number }>(
      `SELECT (SELECT string_agg(a::text, '') FROM audit_entry a WHERE person_id = $1) AS entries, (SELECT count(*)::int FROM usage_entry WHERE person_id = $1) AS usage`,
      [person.viewer.personId],
    );
    expect(rest?.usage).toBe(1);
    expect(rest?.entries).toContain('turn.opened');
    expect(rest?.entries).not.toContain('Marigold');
  });
});

test('after an hour a temporary conversation is gone', async () => {
  const temporary = await store('Off the record', { temporary: true });
  const purge = () => purgeCategory('temporary_conversations', { dryRun: false });
  await moveClock('59 minutes');
  expect((await purge()).removed).toBe(0);
  await moveClock('61 minutes');
  expect((await purge()).removed).toBe(1);
  expect(await left(temporary)).toEqual(nothing);
});

test('a conversation that its owner deleted is gone with the next run', async () => {
  const deleted = await store('Forget this');
  await deleteConversation(person.viewer, { id: deleted });
  await moveClock('1 second');
  expect((await purgeExpired({ dryRun: false })).removed).toBe(1);
  expect(await left(deleted)).toEqual(nothing);
});

describe('a run', () => {
  test('leaves a receipt and an audit entry; the next one has nothing to do and says so', async () => {
    await store('Old');
    await moveClock('91 days');
    const first = await purgeExpired({ dryRun: false });
    expect(first).toMatchObject({ removed: 1, childrenRemoved: 2, keysDestroyed: 1, held: 0 });
    const second = await purgeExpired({ dryRun: false });
    expect(second).toMatchObject({ removed: 0, keysDestroyed: 0, overdue: 0 });
    expect((await receipts()).slice(0, 2)).toEqual([
      { removed: 0, dry_run: false, overdue: 0, finished: true },
      { removed: 1, dry_run: false, overdue: 0, finished: true },
    ]);
    const audited = await behindTheWalls(
      `SELECT subject_id, facts FROM audit_entry WHERE action = 'retention.removed' AND subject_id = ANY($1) ORDER BY id`,
      [[first.runId, second.runId]],
    );
    expect(audited).toEqual([
      { subject_id: first.runId, facts: { removed: 0, children: 0, keysDestroyed: 1 } },
      { subject_id: first.runId, facts: { removed: 1, children: 2, keysDestroyed: 0 } },
    ]);
  });

  test('that is dry removes nothing and counts what it would', async () => {
    const old = await store('Old');
    await moveClock('91 days');
    expect(await purgeExpired({ dryRun: true })).toMatchObject({ removed: 0, overdue: 1, dryRun: true });
    expect(await left(old)).toEqual(whole);
    expect(await countLate('conversations')).toEqual({ due: 1, held: 0 });
  });

  test('removes keys whose conversation is gone', async () => {
    const orphan = await store('Old');
    await behindTheWalls('DELETE FROM conversation WHERE id = $1', [orphan]);
    expect(await purgeExpired({ dryRun: false })).toMatchObject({ removed: 0, keysDestroyed: 1 });
    expect((await left(orphan)).data_key).toBe(0);
  });

  test('twice at the same moment does the work once', async () => {
    await store('Old');
    await moveClock('91 days');
    const runs = await Promise.all([purgeExpired({ dryRun: false }), purgeExpired({ dryRun: false })]);
    expect(runs.reduce((sum, run) => sum + run.removed, 0)).toBe(1);
  });
});

describe('the database', () => {
  test('refuses to remove what has not expired, and its key, whatever the job asks', async () => {
    const kept = await store('Kept');
    const db = database('purge');
    expect(await db.$executeRaw`DELETE FROM cs.conversation WHERE id = ${kept}::uuid`).toBe(0);
    expect(await db.$executeRaw`DELETE FROM cs.data_key WHERE scope_id = ${kept}::uuid`).toBe(0);
    expect(await db.$executeRaw`DELETE FROM cs.conversation`).toBe(0);
    expect(await left(kept)).toEqual(whole);
  });

  test('lets the job neither read what was said nor touch messages by themselves', async () => {
    await store('Kept');
    const db = database('purge');
    expect(await sqlStateOf(() => db.$queryRaw`SELECT body FROM cs.message`)).toBe('42501');
    // Whatever the job asks: what nobody had erased, and is not due, it can't take away one by one either.
    expect(await db.$executeRaw`DELETE FROM cs.message`).toBe(0);
    expect(await sqlStateOf(() => db.$executeRaw`UPDATE cs.conversation SET expires_at = now()`)).toBe(
      '42501',
    );
  });
});
