import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { startKms } from '#lib/kernel/cipher/kek/kms-server.test-data.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { listConversations } from './list-conversations.ts';
import { loadKey } from './load-key.ts';
import { readConversation } from './read-conversation.ts';

const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab';
const DENIED = { type: 'AccessDeniedException', status: 400 };
let server: Awaited<ReturnType<typeof startKms>>;
let person: Person;

beforeAll(async () => {
  server = await startKms([KEY]);
  // Before anything reads this process's settings.
  Object.assign(process.env, {
    KEK_PROVIDER: 'aws-kms',
    KEK_KEYRING: '',
    KEK_KMS_KEY_ID: KEY,
    KEK_KMS_REGION: 'eu-west-1',
    KEK_KMS_ENDPOINT: server.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x'.repeat(40),
  });
  person = await makePerson();
});
beforeEach(() => server.next());
afterAll(async () => {
  await closeDatabases();
  await server.stop();
});

const read = (id: string) => withViewer(person.viewer, (tx) => readConversation(person.viewer, tx, { id }));

test('a conversation whose key a service wraps is begun, gone on with and read, by one call for its key', async () => {
  const { conversationId } = await storeTurn(person, { text: 'Hello', answer: 'Good day' });
  await storeTurn(person, { text: 'Again', conversationId });
  server.asked.length = 0;
  const { messages } = await read(conversationId);
  expect(messages.map(({ text }) => text).slice(0, 3)).toEqual(['Hello', 'Good day', 'Again']);
  await read(conversationId);
  expect(server.asked.length).toBeLessThanOrEqual(1);
  const [row] = await behindTheWalls('SELECT kek_id FROM data_key WHERE scope_id = $1', [conversationId]);
  expect(row).toEqual({ kek_id: `aws-kms:${KEY}` });
});

test('while the service refuses, a new conversation is busy and leaves nothing behind; one that is known goes on', async () => {
  const { conversationId } = await storeTurn(person, { text: 'Known' });
  await read(conversationId);
  const before = await behindTheWalls('SELECT count(*) FROM conversation');
  server.next(DENIED, DENIED, DENIED);
  await expect(storeTurn(person, { text: 'New' })).rejects.toMatchObject({ name: 'AppError', code: 'busy' });
  expect(await behindTheWalls('SELECT count(*) FROM conversation')).toEqual(before);
  expect((await read(conversationId)).messages[0]?.text).toBe('Known');
});

test('a key that was destroyed is not served from memory', async () => {
  const { conversationId } = await storeTurn(person, { text: 'Forget this' });
  await read(conversationId);
  await deleteConversation(person.viewer, { id: conversationId });
  server.asked.length = 0;
  const again = withViewer(person.viewer, (tx) => loadKey(person.viewer, tx, conversationId));
  await expect(again).rejects.toMatchObject({ code: 'not_found' });
  expect(server.asked).toEqual([]);
});

test('the list asks for the keys of a page side by side, and fails as a whole while the service is away', async () => {
  const someone = await makePerson();
  for (let count = 0; count < 4; count += 1) await storeTurn(someone, { text: `Question ${count}` });
  const list = () => withViewer(someone.viewer, (tx) => listConversations(someone.viewer, tx));
  server.next(...Array.from({ length: 12 }, () => DENIED));
  await expect(list()).rejects.toMatchObject({ code: 'busy' });
  server.next();
  expect((await list()).conversations.map(({ title }) => title)).toContain('Question 3');
});
