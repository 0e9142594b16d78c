import { afterAll, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { openHandover } from '#lib/commands/open-handover.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { readOwnCases } from '#lib/stages/history/cases/read-own-cases.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { erase } from './erase.ts';

afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

/** The tables that hold content. What their backup says is a copy of each row, as a logical dump has it. */
const CONTENT = ['conversation', 'turn', 'message', 'handle', 'feedback', 'support_case', 'case_text'];
type Backup = Record<string, string>;

async function backUp(personId: string): Promise<Backup> {
  const backup: Backup = {};
  for (const table of CONTENT) {
    const [row] = await behindTheWalls<{ rows: string }>(
      `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${table} t WHERE person_id = $1`,
      [personId],
    );
    backup[table] = row?.rows ?? '[]';
  }
  return backup;
}

async function restore(backup: Backup): Promise<void> {
  for (const table of CONTENT)
    await behindTheWalls(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [backup[table]],
    );
}

/** What an attentive administrator would try: read it as the person, with everything the live system has. */
const read = (person: Person, id: string) =>
  codeOf(withViewer(person.viewer, (tx) => readConversation(person.viewer, tx, { id })));

test('a backup of the content tables, restored beside the live keys after an erasure, opens for nobody', async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const mine = await storeTurn(person, { text: 'My secret' });
  const theirs = await storeTurn(other, { text: 'Another secret' });
  await openHandover(
    person.viewer,
    { conversationId: mine.conversationId, summary: 'A secret summary' },
    newId(),
  );
  const backup = await backUp(person.viewer.personId);
  expect(JSON.parse(backup.message ?? '')).toHaveLength(2);
  expect(await read(person, mine.conversationId)).toBe('done');

  const request = { scope: 'account', confirm: person.email } as const;
  const who = {
    email: person.email,
    signedInAtS: Math.floor(Date.now() / 1000),
    address: '127.0.0.7',
    requestId: newId(),
  };
  const { receipt } = await erase(person.viewer, { request, ...who });
  await restore(backup);

  const rows = await behindTheWalls('SELECT id FROM message WHERE person_id = $1', [person.viewer.personId]);
  expect(rows).toHaveLength(2);
  expect(await read(person, mine.conversationId)).toBe('not_found');
  expect(await codeOf(withViewer(person.viewer, (tx) => readOwnCases(person.viewer, tx)))).toBe('not_found');
  // Not for want of looking: the key is in no row, under no name, and those who asked for nothing still read.
  const keys = receipt?.destroyedKeys.map(({ id }) => id) ?? [];
  expect(keys).toHaveLength(2);
  expect(
    await behindTheWalls('SELECT id FROM data_key WHERE id = ANY($1) AND wrapped IS NOT NULL', [keys]),
  ).toEqual([]);
  expect(JSON.stringify(backup)).not.toContain('secret');
  expect(await read(other, theirs.conversationId)).toBe('done');
});
