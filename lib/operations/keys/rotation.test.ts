import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import type { Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { DATA_KEY_SCOPES } from '#lib/kernel/cipher/context.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import {
  namesOnRing,
  openAll,
  ownRing,
  rotate,
  STORED_KEYS,
  storeKeys,
  storeKeysOfEveryScope,
} from './rotation.test-data.ts';

const ring = ownRing();
let person: Person;
beforeAll(async () => {
  person = await storeKeys();
});
afterAll(closeDatabases);

const onRing = () => namesOnRing(ring);

describe('a rotation', () => {
  test('that is dry changes nothing', async () => {
    const before = readFileSync(ring, 'utf8');
    const { report, code } = await rotate(['--dry-run']);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      dryRun: true,
      active: 'kek-2',
      added: true,
      old: [{ kekId: 'kek-1', keys: STORED_KEYS }],
    });
    expect(readFileSync(ring, 'utf8')).toBe(before);
    expect((await openAll()).keks).toEqual(new Set(['kek-1']));
  });

  test('wraps every key anew and no other, retires the old key, and leaves entries', async () => {
    const before = await openAll();
    const { report, code, out } = await rotate();
    expect(code).toBe(0);
    expect(report).toMatchObject({
      active: 'kek-2',
      added: true,
      rewrapped: STORED_KEYS,
      retired: ['kek-1'],
      unreadable: [],
    });
    const after = await openAll();
    expect(after.keks).toEqual(new Set(['kek-2']));
    expect(after.keys).toEqual(before.keys);
    expect(onRing()).toEqual(['kek-2', 'kek-1']);
    expect(statSync(ring).mode & 0o777).toBe(0o600);
    const entries = await behindTheWalls(
      "SELECT action, subject_id, person_id FROM audit_entry WHERE action LIKE 'keys.%' ORDER BY at, action",
    );
    expect(entries).toEqual([
      { action: 'keys.added', subject_id: 'kek-2', person_id: null },
      { action: 'keys.retired', subject_id: 'kek-1', person_id: null },
    ]);
    const [secret = ''] = readFileSync(ring, 'utf8')
      .split(',')
      .map((entry) => entry.split(':')[1] ?? '');
    expect(out).not.toContain(secret);
  });

  test('wraps keys of every kind anew: of people, cases, copies that wait and holds', async () => {
    await storeKeysOfEveryScope(person);
    const before = await openAll();
    expect(before.scopes).toEqual(new Set(DATA_KEY_SCOPES));
    const { report } = await rotate();
    expect(report.unreadable).toEqual([]);
    const after = await openAll();
    expect(after.keks).toEqual(new Set([report.active]));
    expect(after.keys).toEqual(before.keys);
  });

  test('does not bring back a key that is destroyed meanwhile, nor touch one that was', async () => {
    const { conversationId } = await storeTurn(person, { text: 'Forget this' });
    await deleteConversation(person.viewer, { id: conversationId });
    await rotate();
    const rows = await behindTheWalls('SELECT wrapped FROM data_key WHERE scope_id = $1', [conversationId]);
    expect(rows).toEqual([{ wrapped: null }]);
    const seal = database('seal');
    expect(
      await seal.$executeRaw`UPDATE cs.data_key SET wrapped = '\\x00' WHERE scope_id = ${conversationId}::uuid`,
    ).toBe(0);
    expect(await sqlStateOf(() => seal.$executeRaw`UPDATE cs.data_key SET wrapped = NULL`)).toBe('42501');
    expect(await sqlStateOf(() => seal.$executeRaw`UPDATE cs.data_key SET destroyed_at = now()`)).toBe(
      '42501',
    );
    expect(await sqlStateOf(() => seal.$executeRaw`DELETE FROM cs.data_key`)).toBe('42501');
    expect(await sqlStateOf(() => seal.$queryRaw`SELECT body FROM cs.message`)).toBe('42501');
  });
});

test('a week after it was retired a key leaves the ring, and not before', async () => {
  const retired = onRing().slice(1);
  expect(retired.length).toBeGreaterThan(0);
  await moveClock('8 days');
  const [before] = onRing();
  const { report } = await rotate();
  await moveClock('0');
  expect(report).toMatchObject({ added: true, forgotten: retired, retired: [before] });
  expect(onRing()).toEqual([report.active, before]);
});

describe('two rotations at once', () => {
  test('are one: the second is refused', async () => {
    const both = await Promise.all([rotate(), rotate()]);
    const codes = both.map(({ code }) => code).toSorted();
    // On a slow machine the first may have ended before the second begins.
    expect(codes[0]).toBe(0);
    if (codes[1] !== 0)
      expect(both.find(({ code }) => code !== 0)).toMatchObject({
        code: 2,
        said: 'Another rotation is running.\n',
      });
    expect((await openAll()).keks.size).toBe(1);
  });
});

describe('a retired key', () => {
  test('is refused for new writes by the database, whoever still has it', async () => {
    const { conversationId } = await storeTurn(person, { text: 'Mine' });
    const [, old = ''] = onRing();
    const write = () =>
      withViewer(
        person.viewer,
        (tx) => tx.$executeRaw`
        INSERT INTO cs.data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped)
        VALUES (gen_random_uuid(), ${person.viewer.homeTenantId}::uuid, ${person.viewer.personId}::uuid, 'case', gen_random_uuid(), ${old}, '\\x00')`,
      );
    expect(await sqlStateOf(write)).toBe('CSK01');
    const move = () =>
      database('seal')
        .$executeRaw`UPDATE cs.data_key SET kek_id = ${old} WHERE scope_id = ${conversationId}::uuid`;
    expect(await sqlStateOf(move)).toBe('CSK01');
    const unretire = () => database('seal').$executeRaw`DELETE FROM cs.retired_kek`;
    expect(await sqlStateOf(unretire)).toBe('42501');
  });
});

describe('a stored key that does not open', () => {
  test.each([
    ['has a flipped bit', 'set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)'],
    ['is truncated', 'substring(wrapped FROM 1 FOR 40)'],
    [
      'is another person’s',
      "(SELECT wrapped FROM data_key WHERE scope = 'conversation' AND wrapped IS NOT NULL ORDER BY id LIMIT 1)",
    ],
  ])(
    'because it %s is named and left, everything else is wrapped anew, and the old key stays',
    async (_what, sql) => {
      const { conversationId } = await storeTurn(person, { text: 'Spoilt' });
      const [before] = onRing();
      await behindTheWalls(`UPDATE data_key SET wrapped = ${sql} WHERE scope_id = $1`, [conversationId]);
      const [row] = await behindTheWalls<{ id: string }>('SELECT id FROM data_key WHERE scope_id = $1', [
        conversationId,
      ]);
      const { report, code } = await rotate();
      expect(code).toBe(1);
      expect(report).toMatchObject({ unreadable: [row?.id], retired: [] });
      const left = await behindTheWalls('SELECT id FROM data_key WHERE kek_id = $1 AND wrapped IS NOT NULL', [
        before,
      ]);
      expect(left).toEqual([{ id: row?.id }]);
      const read = withViewer(person.viewer, (tx) =>
        readConversation(person.viewer, tx, { id: conversationId }),
      );
      await expect(read).rejects.toMatchObject({ name: 'CipherError' });
      // Once it is gone, the next run finishes.
      await behindTheWalls('DELETE FROM data_key WHERE scope_id = $1', [conversationId]);
      expect(await rotate()).toMatchObject({ code: 0, report: { added: false, retired: [before] } });
    },
  );

  test('because its key-encryption key is unknown stops a rotation before it begins', async () => {
    const { conversationId } = await storeTurn(person, { text: 'Lost' });
    await behindTheWalls("UPDATE data_key SET kek_id = 'kek-77' WHERE scope_id = $1", [conversationId]);
    const before = onRing();
    expect(await rotate()).toMatchObject({
      code: 2,
      said: 'No key kek-77 is set, which stored keys still need: put it back first.\n',
    });
    expect(onRing()).toEqual(before);
  });
});
