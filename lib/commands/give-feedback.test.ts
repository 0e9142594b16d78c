import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn, type StoredTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { deleteConversation } from './delete-conversation.ts';
import { giveFeedback } from './give-feedback.ts';

let person: Person;
let turn: StoredTurn;
beforeEach(async () => {
  person = await makePerson();
  turn = await storeTurn(person, { text: 'What do I owe?' });
});
afterAll(closeDatabases);

type Said = { verdict: 'up' | 'down' | null; words?: string; messageId?: string };
const give = (said: Said, as = person) =>
  giveFeedback(as.viewer, { messageId: turn.answerMessageId, ...said }, newId());
const shown = async () =>
  (
    await withViewer(person.viewer, (tx) => readConversation(person.viewer, tx, { id: turn.conversationId }))
  ).messages.map(({ feedback }) => feedback);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
const rows = () =>
  behindTheWalls<{ verdict: string; words: Buffer | null }>(
    'SELECT verdict, words FROM feedback WHERE message_id = $1',
    [turn.answerMessageId],
  );

describe('what a person thinks of an answer', () => {
  test('is kept with it, can be changed, and taken back', async () => {
    expect(await give({ verdict: 'down', words: ' The marigold figure is off. ' })).toEqual({
      verdict: 'down',
      words: 'The marigold figure is off.',
    });
    expect(await shown()).toEqual([null, { verdict: 'down', words: 'The marigold figure is off.' }]);
    await give({ verdict: 'up' });
    expect(await shown()).toEqual([null, { verdict: 'up', words: null }]);
    expect(await rows()).toHaveLength(1);
    expect(await give({ verdict: null })).toBeNull();
    expect(await shown()).toEqual([null, null]);
    expect(await rows()).toEqual([]);
  });

  test('is sealed for that answer, loses card numbers first, and the log has no word of it', async () => {
    await give({ verdict: 'down', words: 'Marigold 4111 1111 1111 1111' });
    const [row] = await rows();
    expect(row?.words?.toString('latin1')).not.toContain('Marigold');
    expect((await shown())[1]?.words).not.toContain('4111 1111');
    const entries = await behindTheWalls<{ entry: string; rule: string; subject_id: string }>(
      `SELECT a::text AS entry, rule, subject_id FROM audit_entry a WHERE person_id = $1 AND action LIKE 'feedback.%'`,
      [person.viewer.personId],
    );
    expect(entries).toMatchObject([{ rule: 'down', subject_id: turn.answerMessageId }]);
    expect(entries[0]?.entry).not.toMatch(/marigold/i);
  });

  test('opens nowhere else: words moved to another answer are not shown, the answer is', async () => {
    await give({ verdict: 'down', words: 'Marigold' });
    const second = await storeTurn(person, { text: 'Again', conversationId: turn.conversationId });
    await give({ verdict: 'up', words: 'Fine', messageId: second.answerMessageId });
    await behindTheWalls(
      'UPDATE feedback SET words = (SELECT words FROM feedback WHERE message_id = $1) WHERE message_id = $2',
      [turn.answerMessageId, second.answerMessageId],
    );
    expect(await shown()).toEqual([
      null,
      { verdict: 'down', words: 'Marigold' },
      null,
      { verdict: 'up', words: null },
    ]);
  });

  test('goes with the conversation', async () => {
    await give({ verdict: 'down', words: 'Marigold' });
    await deleteConversation(person.viewer, { id: turn.conversationId });
    expect(await codeOf(give({ verdict: 'up' }))).toBe('not_found');
    await behindTheWalls('DELETE FROM conversation WHERE id = $1', [turn.conversationId]);
    expect(await rows()).toEqual([]);
  });
});

test('nobody says anything about another person’s answer, nor about what is no answer', async () => {
  const other = await makePerson();
  for (const messageId of [turn.answerMessageId, turn.userMessageId, newId(), 'nope'])
    expect(await codeOf(give({ verdict: 'up', messageId }, other)), messageId).toBe('not_found');
  expect(await codeOf(give({ verdict: 'up', messageId: turn.userMessageId }))).toBe('not_found');
  await give({ verdict: 'down', words: 'Mine' });
  const { personId, homeTenantId } = other.viewer;
  const byHand = (whose: string, messageId: string) =>
    sqlStateOf(() =>
      withViewer(
        other.viewer,
        (tx) => tx.$executeRaw`
        INSERT INTO cs.feedback (message_id, person_id, tenant_id, conversation_id, verdict)
        VALUES (${messageId}::uuid, ${whose}::uuid, ${homeTenantId}::uuid, ${turn.conversationId}::uuid, 'up')`,
      ),
    );
  expect(await byHand(personId, turn.answerMessageId)).toBe('42501');
  expect(await byHand(person.viewer.personId, turn.answerMessageId)).toBe('42501');
  expect(await withViewer(other.viewer, (tx) => tx.feedback.count())).toBe(0);
  expect(await withViewer(other.viewer, (tx) => tx.$executeRaw`DELETE FROM cs.feedback`)).toBe(0);
  expect(await shown()).toMatchObject([null, { words: 'Mine' }]);
});
