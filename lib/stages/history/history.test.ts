import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { conversationListSchema, conversationSchema } from '#lib/contract/conversations.ts';
import { CipherError } from '#lib/kernel/cipher/envelope.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { expireConversation, renameConversation, selectBranch } from './change-conversation.ts';
import { loadHandles, saveHandles } from './handles.ts';
import { listConversations } from './list-conversations.ts';
import { CONVERSATION_PAGE, MESSAGE_PAGE } from './policy.ts';
import { readConversation } from './read-conversation.ts';
import { titleOf } from './seal-message.ts';

let person: Person;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(() => moveClock('0'));
afterAll(closeDatabases);

const list = (cursor?: string, as = person) =>
  withViewer(as.viewer, (tx) => listConversations(as.viewer, tx, { cursor }));
const read = (id: string, cursor?: string, as = person) =>
  withViewer(as.viewer, (tx) => readConversation(as.viewer, tx, { id, cursor }));
const texts = async (id: string) => (await read(id)).messages.map((message) => message.text);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
/** Turns of one person are limited per minute; a fixture may need more of them. */
let minutes = 0;
async function store(said: Parameters<typeof storeTurn>[1], as = person) {
  minutes += 1;
  await moveClock(`${minutes * 10} seconds`);
  return storeTurn(as, said);
}

describe('the list', () => {
  test('shows a person’s own conversations, the last one spoken in first', async () => {
    const older = await store({ text: 'The older one' });
    await store({ text: 'The newer one' });
    await store({ text: 'again', conversationId: older.conversationId });
    const found = conversationListSchema.parse(await list());
    expect(found.conversations.map((item) => item.title)).toEqual(['The older one', 'The newer one']);
    expect(await list(undefined, await makePerson())).toEqual({ conversations: [], nextCursor: null });
  });

  test('never shows a temporary conversation, nor one that has expired', async () => {
    await store({ text: 'Off the record', temporary: true });
    await store({ text: 'Kept' });
    expect((await list()).conversations.map((item) => item.title)).toEqual(['Kept']);
    await moveClock('91 days');
    expect((await list()).conversations).toEqual([]);
  });

  test('comes in pages that neither repeat nor skip', async () => {
    const count = CONVERSATION_PAGE + 3;
    for (let index = 0; index < count; index += 1) await store({ text: `Number ${index}` });
    const first = await list();
    expect(first.conversations).toHaveLength(CONVERSATION_PAGE);
    const second = await list(first.nextCursor ?? '');
    expect(second.nextCursor).toBeNull();
    const titles = [...first.conversations, ...second.conversations].map((item) => item.title);
    expect(titles).toEqual(Array.from({ length: count }, (_, index) => `Number ${count - 1 - index}`));
  });

  test('keeps showing the others when one title does not open', async () => {
    const broken = await store({ text: 'Broken' });
    await store({ text: 'Whole' });
    await behindTheWalls(`UPDATE conversation SET title = '\\x00' WHERE id = $1`, [broken.conversationId]);
    expect((await list()).conversations.map((item) => item.title)).toEqual([
      'Whole',
      'Unreadable conversation',
    ]);
  });

  test('answers a cursor of someone else, or of nothing, with nothing', async () => {
    const theirs = await store({ text: 'Theirs' }, await makePerson());
    await store({ text: 'Mine' });
    expect((await list(theirs.conversationId)).conversations).toEqual([]);
    expect(await codeOf(list('not-an-id'))).toBe('not_found');
  });
});

describe('a conversation', () => {
  test('is read by its owner alone: unknown, foreign, malformed and expired are one and the same', async () => {
    const { conversationId } = await store({ text: 'Mine' });
    conversationSchema.parse(await read(conversationId));
    const colleague = await makePerson();
    const codes = [
      await codeOf(read(newId())),
      await codeOf(read('x')),
      await codeOf(read(conversationId, undefined, colleague)),
      await codeOf(read(conversationId, 'x')),
    ];
    await moveClock('91 days');
    codes.push(await codeOf(read(conversationId)));
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'not_found'));
  });

  test('is read up to the moment it expires', async () => {
    const { conversationId } = await storeTurn(person, { text: 'Mine' });
    await moveClock('89 days 23 hours');
    expect(await texts(conversationId)).toHaveLength(2);
    await moveClock('90 days 1 minute');
    expect(await codeOf(read(conversationId))).toBe('not_found');
  });

  test('comes in pages, the newest first, back to its beginning', async () => {
    const { conversationId } = await store({ text: 'Question 0' });
    const turns = MESSAGE_PAGE / 2 + 2;
    for (let index = 1; index < turns; index += 1) await store({ text: `Question ${index}`, conversationId });
    const newest = await read(conversationId);
    expect(newest.messages).toHaveLength(MESSAGE_PAGE);
    const rest = await read(conversationId, newest.nextCursor ?? '');
    expect(rest.nextCursor).toBeNull();
    const questions = [...rest.messages, ...newest.messages]
      .filter((message) => message.role === 'user')
      .map((message) => message.text);
    expect(questions).toEqual(Array.from({ length: turns }, (_, index) => `Question ${index}`));
  });

  test('does not open a message that was moved to another place, another speaker or another conversation', async () => {
    const one = await store({ text: 'One' });
    const two = await store({ text: 'Two' });
    const other = await store({ text: 'Theirs' }, await makePerson());
    const body = async (id: string) =>
      (await behindTheWalls<{ body: Buffer }>('SELECT body FROM message WHERE id = $1', [id]))[0]?.body;
    const original = await body(one.userMessageId);
    for (const source of [one.answerMessageId, two.userMessageId, other.userMessageId]) {
      await behindTheWalls('UPDATE message SET body = $1 WHERE id = $2', [
        await body(source),
        one.userMessageId,
      ]);
      await expect(read(one.conversationId)).rejects.toThrow(CipherError);
    }
    await behindTheWalls('UPDATE message SET body = $1 WHERE id = $2', [original, one.userMessageId]);
    expect(await texts(one.conversationId)).toEqual(['One', 'Answer to: One']);
    await behindTheWalls('UPDATE message SET sequence = 9 WHERE id = $1', [one.userMessageId]);
    await expect(read(one.conversationId)).rejects.toThrow(CipherError);
  });

  test('does not open a message that was written in clear text', async () => {
    const { conversationId, userMessageId } = await store({ text: 'One' });
    await behindTheWalls('UPDATE message SET body = $1 WHERE id = $2', [
      Buffer.from('You owe 1,000,000'),
      userMessageId,
    ]);
    await expect(read(conversationId)).rejects.toThrow(CipherError);
  });

  test('stands in the database as no word of what was said', async () => {
    const { conversationId } = await store({ text: 'periwinkle question', answer: 'periwinkle answer' });
    const [dump] = await behindTheWalls<{ dump: string }>(
      `SELECT string_agg(m::text || c::text, ' ') AS dump FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE c.id = $1`,
      [conversationId],
    );
    expect(dump?.dump.length).toBeGreaterThan(400);
    expect(dump?.dump).not.toContain(Buffer.from('periwinkle').toString('hex'));
  });
});

describe('a change to a conversation', () => {
  const rename = (id: string, title: string, as = person) =>
    withViewer(as.viewer, (tx) => renameConversation(as.viewer, tx, { id, title }));
  const select = (id: string, messageId: string, as = person) =>
    withViewer(as.viewer, (tx) => selectBranch(as.viewer, tx, { id, messageId }));
  const remove = (id: string, as = person) =>
    withViewer(as.viewer, (tx) => expireConversation(as.viewer, tx, { id }));

  test('to its title is sealed and read back', async () => {
    const { conversationId } = await store({ text: 'Old title' });
    await rename(conversationId, 'Seats in October');
    expect((await list()).conversations[0]?.title).toBe('Seats in October');
    expect((await read(conversationId)).title).toBe('Seats in October');
  });

  test('to the branch on screen leads to its newest end', async () => {
    const first = await store({ text: 'First wording' });
    const { conversationId } = first;
    await store({ text: 'More', conversationId });
    const edited = await store({ text: 'Second wording', conversationId, replaces: first.userMessageId });
    expect(await texts(conversationId)).toEqual(['Second wording', 'Answer to: Second wording']);
    expect((await read(conversationId)).messages[0]?.branches).toEqual([
      first.userMessageId,
      edited.userMessageId,
    ]);
    await select(conversationId, first.userMessageId);
    expect(await texts(conversationId)).toEqual([
      'First wording',
      'Answer to: First wording',
      'More',
      'Answer to: More',
    ]);
  });

  test('is made by its owner alone', async () => {
    const mine = await store({ text: 'Mine' });
    const other = await makePerson();
    const theirs = await store({ text: 'Theirs' }, other);
    expect(await codeOf(rename(mine.conversationId, 'x', other))).toBe('not_found');
    expect(await codeOf(remove(mine.conversationId, other))).toBe('not_found');
    expect(await codeOf(select(mine.conversationId, mine.userMessageId, other))).toBe('not_found');
    expect(await codeOf(select(mine.conversationId, theirs.userMessageId))).toBe('not_found');
    for (const id of ['x', newId()]) {
      expect([
        await codeOf(rename(id, 'x')),
        await codeOf(remove(id)),
        await codeOf(select(id, mine.userMessageId)),
      ]).toEqual(['not_found', 'not_found', 'not_found']);
    }
    expect((await list()).conversations[0]?.title).toBe('Mine');
  });

  test('that deletes it destroys its key at once: no copy of its rows can be read any more', async () => {
    const { conversationId } = await store({ text: 'Forget this' });
    const kept = await behindTheWalls<{ wrapped: Buffer }>(
      'SELECT wrapped FROM data_key WHERE scope_id = $1',
      [conversationId],
    );
    expect(kept[0]?.wrapped).toHaveLength(60);
    await remove(conversationId);
    expect(
      await behindTheWalls('SELECT wrapped FROM data_key WHERE scope_id = $1', [conversationId]),
    ).toEqual([{ wrapped: null }]);
    expect(await codeOf(read(conversationId))).toBe('not_found');
    expect((await list()).conversations).toEqual([]);
    expect(await codeOf(rename(conversationId, 'Back again'))).toBe('not_found');
    expect(await codeOf(remove(conversationId))).toBe('not_found');
    expect(await codeOf(store({ text: 'More', conversationId }))).toBe('not_found');
  });
});

describe('handles', () => {
  const mint = (conversationId: string, objectId: string) =>
    withViewer(person.viewer, async (tx) => {
      const book = await loadHandles(person.viewer, tx, conversationId);
      const handle = book.mint('invoice', objectId, '2026-117');
      await saveHandles(person.viewer, tx, conversationId, book.minted);
      return handle;
    });
  const resolve = (
    conversationId: string,
    handle: string,
    kind: 'invoice' | 'line' = 'invoice',
    as = person,
  ) =>
    withViewer(
      as.viewer,
      async (tx) =>
        (await loadHandles(as.viewer, tx, conversationId)).resolve(kind, handle)?.objectId ?? null,
    );

  test('lead back to their object in their conversation, and nowhere else', async () => {
    const [here, there] = [await store({ text: 'Here' }), await store({ text: 'There' })];
    const objectId = newId();
    const handle = await mint(here.conversationId, objectId);
    expect(handle).toMatch(/^inv_[a-z2-7]{8}$/);
    expect(await resolve(here.conversationId, handle)).toBe(objectId);
    expect(await resolve(there.conversationId, handle)).toBeNull();
    expect(await resolve(here.conversationId, handle, 'line')).toBeNull();
    expect(await resolve(here.conversationId, handle, 'invoice', await makePerson())).toBeNull();
    expect(await resolve(here.conversationId, '__proto__')).toBeNull();
  });

  test('name one object alike in two turns at once, and otherwise in another conversation', async () => {
    const [here, there] = [await store({ text: 'Here' }), await store({ text: 'There' })];
    const objectId = newId();
    const [one, two] = await Promise.all([
      mint(here.conversationId, objectId),
      mint(here.conversationId, objectId),
    ]);
    expect(one).toBe(two);
    expect(await resolve(here.conversationId, two ?? '')).toBe(objectId);
    expect(await mint(there.conversationId, objectId)).not.toBe(one);
  });
});

describe('a title', () => {
  test('is the first line, cut at a word', () => {
    expect(titleOf('  Why?\nsecond line')).toBe('Why?');
    expect(titleOf(`${'word '.repeat(30)}`)).toMatch(/^(word )+word…$/);
    expect(titleOf('x'.repeat(500))).toHaveLength(61);
  });
});

describe('a page that reaches for a message', () => {
  const reach = (id: string, at: string, as = person) =>
    withViewer(as.viewer, (tx) => readConversation(as.viewer, tx, { id, at }));

  test('goes back to it, with its question, and says whether the conversation is temporary', async () => {
    const first = await store({ text: 'First', temporary: true });
    const { conversationId } = first;
    for (let more = 0; more < MESSAGE_PAGE / 2; more += 1)
      await store({ text: `More ${more}`, conversationId });
    const page = conversationSchema.parse(await read(conversationId));
    expect(page).toMatchObject({ temporary: true });
    expect(page.messages).toHaveLength(MESSAGE_PAGE);
    expect(page.messages.map(({ id }) => id)).not.toContain(first.answerMessageId);
    const reached = await reach(conversationId, first.answerMessageId);
    expect(reached.messages.map(({ text }) => text).slice(0, 2)).toEqual(['First', 'Answer to: First']);
    expect(reached.nextCursor).toBeNull();
  });

  test('is the newest one where the message is not there, not in this conversation or not an id', async () => {
    const one = await store({ text: 'One' });
    const other = await store({ text: 'Other' });
    for (const at of [other.userMessageId, newId(), 'nope'])
      expect((await reach(one.conversationId, at)).messages).toHaveLength(2);
  });
});
