import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { putOnHold } from '#e2e/fixtures/put-on-hold.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { giveFeedback } from '#lib/commands/give-feedback.ts';
import { renameConversation } from '#lib/commands/rename-conversation.ts';
import { open } from '#lib/kernel/cipher/envelope.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { feedbackContext, titleContext } from '#lib/stages/history/contexts.ts';
import { loadKey } from '#lib/stages/history/load-key.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { forgetVersions } from './forget-versions.ts';

afterEach(() => behindTheWalls('DELETE FROM legal_hold'));
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

const overwrite = ({ viewer }: Person, conversationId: string) =>
  sqlStateOf(() =>
    withViewer(
      viewer,
      (tx) =>
        tx.$executeRaw`UPDATE cs.data_key SET wrapped = '\\x00' WHERE scope_id = ${conversationId}::uuid`,
    ),
  );
type Version = { what: string; verdict: string | null; sealed: Buffer | null; message_id: string | null };
const versions = (conversationId: string) =>
  behindTheWalls<Version>(
    'SELECT what, verdict, sealed, message_id FROM held_version WHERE conversation_id = $1 ORDER BY what, verdict',
    [conversationId],
  );

describe('under a hold', () => {
  test('a key is not overwritten either; nor is one, held or not, by what is no destruction', async () => {
    const person = await makePerson();
    const { conversationId } = await storeTurn(person, { text: 'Evidence' });
    expect(await overwrite(person, conversationId)).toBe('42501');
    await putOnHold(person.viewer);
    expect(await overwrite(person, conversationId)).toBe('42501');
    await behindTheWalls('DELETE FROM legal_hold');
    await deleteConversation(person.viewer, { id: conversationId });
    const [key] = await behindTheWalls('SELECT wrapped FROM data_key WHERE scope_id = $1', [conversationId]);
    expect(key).toEqual({ wrapped: null });
    expect(await overwrite(person, conversationId)).toBe('42501');
  });

  test('what its person takes back, replaces or renames is kept as it was, and leaves their view', async () => {
    const person = await makePerson();
    const { viewer } = person;
    const { conversationId, answerMessageId: messageId } = await storeTurn(person, { text: 'Where is it?' });
    const say = (said: { verdict: 'up' | 'down' | null; words?: string }) =>
      giveFeedback(viewer, { messageId, ...said }, newId());
    await say({ verdict: 'down', words: 'You promised me a refund' });
    await putOnHold(viewer);
    await say({ verdict: 'up', words: 'Never mind' });
    await say({ verdict: null });
    await renameConversation(viewer, { id: conversationId, title: 'Harmless' });
    expect(await behindTheWalls('SELECT 1 FROM feedback WHERE message_id = $1', [messageId])).toEqual([]);

    const dataKey = await withViewer(viewer, (tx) => loadKey(viewer, tx, conversationId));
    const said = feedbackContext(viewer, { conversationId, messageId });
    const read = (await versions(conversationId)).map(({ what, verdict, sealed, message_id }) => [
      what,
      verdict,
      message_id,
      sealed && open(dataKey, what === 'title' ? titleContext(viewer, conversationId) : said, sealed),
    ]);
    expect(read).toEqual([
      ['feedback', 'down', messageId, 'You promised me a refund'],
      ['feedback', 'up', messageId, 'Never mind'],
      ['title', null, null, 'Where is it?'],
    ]);
  });

  test('it stays while the hold does, goes when it ends, and nobody of the application sees or removes it', async () => {
    const person = await makePerson();
    const { conversationId } = await storeTurn(person, { text: 'Where is it?' });
    await putOnHold(person.viewer);
    await renameConversation(person.viewer, { id: conversationId, title: 'Harmless' });
    await forgetVersions();
    expect(await versions(conversationId)).toHaveLength(1);
    const denied = [
      (): Promise<unknown> => withViewer(person.viewer, (tx) => tx.$executeRaw`DELETE FROM cs.held_version`),
      () => withViewer(person.viewer, (tx) => tx.$queryRaw`SELECT id FROM cs.held_version`),
    ];
    for (const work of denied) expect(await sqlStateOf(work)).toBe('42501');
    await behindTheWalls('DELETE FROM legal_hold');
    await forgetVersions();
    expect(await versions(conversationId)).toEqual([]);
  });
});

test('without a hold nothing of it is kept', async () => {
  const person = await makePerson();
  const { conversationId, answerMessageId } = await storeTurn(person, { text: 'Where is it?' });
  await giveFeedback(person.viewer, { messageId: answerMessageId, verdict: 'down', words: 'Off' }, newId());
  await giveFeedback(person.viewer, { messageId: answerMessageId, verdict: null }, newId());
  await renameConversation(person.viewer, { id: conversationId, title: 'Harmless' });
  expect(await versions(conversationId)).toEqual([]);
});
