import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { searchPageSchema, type SearchHit } from '#lib/contract/search.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { SEARCH_HITS, SEARCHES_PER_WINDOW } from '#lib/stages/history/policy.ts';
import { deleteConversation } from './delete-conversation.ts';
import { searchConversations } from './search-conversations.ts';

let person: Person;
let minutes = 0;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(() => moveClock('0'));
afterAll(closeDatabases);

/** Turns of one person are limited per minute; a fixture may need more of them. */
async function store(said: Parameters<typeof storeTurn>[1], as = person) {
  minutes += 1;
  await moveClock(`${minutes * 10} seconds`);
  return storeTurn(as, said);
}
const page = async (q: string, cursor?: string, as = person) =>
  searchPageSchema.parse(await searchConversations(as.viewer, { q, cursor, requestId: newId() }));
async function all(q: string, as = person): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  let cursor: string | undefined;
  do {
    const found = await page(q, cursor, as);
    hits.push(...found.hits);
    cursor = found.nextCursor ?? undefined;
  } while (cursor);
  return hits;
}
const titles = async (q: string, as = person) => (await all(q, as)).map(({ title }) => title);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
const noted = (as = person) =>
  behindTheWalls<{ subject_id: string; entry: string }>(
    `SELECT subject_id, a::text AS entry FROM audit_entry a WHERE person_id = $1 AND action = 'conversation.unreadable'`,
    [as.viewer.personId],
  );

describe('a search', () => {
  test('finds words of titles, questions and answers, newest first, and says where they stand', async () => {
    const old = await store({ text: 'Marigold seats', answer: 'Twelve of them.' });
    await store({ text: 'Something else', answer: 'Nothing of the kind.' });
    const fresh = await store({ text: 'What was that?', answer: 'The **Márigold** plan has SEATS for all.' });
    const hits = await all('seats marigold');
    expect(hits.map(({ conversationId }) => conversationId)).toEqual([
      fresh.conversationId,
      old.conversationId,
    ]);
    const [first, second] = hits;
    expect(first?.message).toMatchObject({ id: fresh.answerMessageId, role: 'assistant' });
    const { snippet = '', ranges = [] } = first?.message ?? {};
    expect(ranges.map(({ start, end }) => snippet.slice(start, end))).toEqual(['Márigold', 'SEATS']);
    expect(second?.message?.id).toBe(old.userMessageId);
    expect(second?.titleRanges).toEqual([
      { start: 0, end: 8 },
      { start: 9, end: 14 },
    ]);
    expect(await titles('marigold nowhere')).toEqual([]);
  });

  test('finds a conversation by a title that was given to it, and once, however often its words stand in it', async () => {
    const { conversationId } = await store({ text: 'due due', answer: 'due' });
    await store({ text: 'due again', answer: 'due', conversationId });
    expect(await all('due')).toHaveLength(1);
    await behindTheWalls('DELETE FROM message WHERE conversation_id = $1', [conversationId]);
    expect(await all('due')).toMatchObject([{ conversationId, message: null }]);
  });

  test('comes in pages that neither repeat nor skip', async () => {
    const count = SEARCH_HITS + 3;
    for (let index = 0; index < count; index += 1) await store({ text: `Number ${index} of them` });
    const expected = Array.from({ length: count }, (_, index) => `Number ${count - 1 - index} of them`);
    expect(await titles('number')).toEqual(expected);
    expect((await page('number')).hits.length).toBeLessThanOrEqual(SEARCH_HITS);
  });

  test.each(['', '   ', '\u200b', 'x'.repeat(101)])(
    'that says nothing or too much is refused: %j',
    async (q) => {
      expect(await codeOf(page(q))).toBe('malformed');
    },
  );

  test.each(['nope', `1.2.${'0'.repeat(36)}`, '99999999999999999999.1.x', "1.1.' OR 1=1"])(
    'goes on from a place of its own making alone: %j',
    async (cursor) => expect(await codeOf(page('due', cursor))).toBe('malformed'),
  );

  test('is held back after more than anybody types, and goes on a minute later', async () => {
    await behindTheWalls('INSERT INTO search_use (person_id, tenant_id, taken) VALUES ($1, $2, $3)', [
      person.viewer.personId,
      person.viewer.homeTenantId,
      SEARCHES_PER_WINDOW - 1,
    ]);
    expect(await codeOf(page('due'))).toBe('allowed');
    expect(await codeOf(page('due'))).toBe('rate_limited');
    expect(await codeOf(page('due', undefined, await makePerson()))).toBe('allowed');
    await moveClock(`${(minutes + 12) * 10} seconds`);
    expect(await codeOf(page('due'))).toBe('allowed');
  });
});

describe('nobody finds', () => {
  test('what another person said, in their tenant or elsewhere, even with a cursor of theirs', async () => {
    const { conversationId } = await store({ text: 'Marigold' });
    const [row] = await behindTheWalls<{ at: Date }>(
      'SELECT updated_at AS at FROM conversation WHERE id = $1',
      [conversationId],
    );
    const other = await makePerson();
    expect(await all('marigold', other)).toEqual([]);
    const cursor = `${row?.at.getTime()}.9.${conversationId}`;
    expect((await page('marigold', cursor, other)).hits).toEqual([]);
    expect((await page('marigold', cursor)).hits).toHaveLength(1);
  });

  test('what was said in a temporary conversation, was deleted, or has expired', async () => {
    await store({ text: 'Marigold one', temporary: true });
    const { conversationId } = await store({ text: 'Marigold two' });
    await store({ text: 'Marigold three' });
    await deleteConversation(person.viewer, { id: conversationId });
    expect(await titles('marigold')).toEqual(['Marigold three']);
    await moveClock('91 days');
    expect(await titles('marigold')).toEqual([]);
  });
});

describe('a value that does not open in its place', () => {
  const spoil = {
    'a flipped bit': `UPDATE message SET body = set_byte(body, 100, get_byte(body, 100) # 1) WHERE id = $1`,
    'a cut value': `UPDATE message SET body = substring(body for 40) WHERE id = $1`,
    'clear text': `UPDATE message SET body = 'Marigold in clear' WHERE id = $1`,
    'another position': `UPDATE message SET sequence = 7 WHERE id = $1`,
    'another speaker': `UPDATE message SET role = 'assistant' WHERE id = $1`,
    'the title’s envelope': `UPDATE message m SET body = c.title FROM conversation c WHERE c.id = m.conversation_id AND m.id = $1`,
  } as const;

  test.each(Object.entries(spoil))('(%s) hides no other, is counted and written down', async (_what, sql) => {
    const whole = await store({ text: 'Marigold whole', answer: 'Yes.' });
    const broken = await store({ text: 'Asked', answer: 'Yes.' });
    await store({ text: 'Marigold there too', answer: 'Yes.', conversationId: broken.conversationId });
    await behindTheWalls(sql, [broken.userMessageId]);
    expect((await all('marigold')).map(({ conversationId }) => conversationId)).toEqual([
      broken.conversationId,
      whole.conversationId,
    ]);
    expect(await page('nowhere')).toMatchObject({ hits: [], unreadable: 1, nextCursor: null });
    const entries = await noted();
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map((entry) => entry.subject_id))).toEqual(new Set([broken.conversationId]));
    expect(entries.map(({ entry }) => entry).join()).not.toMatch(/nowhere|marigold/i);
  });

  test('(another row) is not taken for what it was moved over', async () => {
    const one = await store({ text: 'Marigold', answer: 'Yes.' });
    const two = await store({ text: 'Else', answer: 'No.' });
    await behindTheWalls('UPDATE message SET body = (SELECT body FROM message WHERE id = $1) WHERE id = $2', [
      one.userMessageId,
      two.userMessageId,
    ]);
    expect(await titles('marigold')).toEqual(['Marigold']);
    expect(await noted()).toMatchObject([{ subject_id: two.conversationId }]);
  });

  test('(a title or a key) leaves the rest to be found', async () => {
    const title = await store({ text: 'Marigold', answer: 'Yes.' });
    const key = await store({ text: 'Marigold', answer: 'Yes.' });
    await store({ text: 'Marigold last', answer: 'Yes.' });
    await behindTheWalls(`UPDATE conversation SET title = '\\x00' WHERE id = $1`, [title.conversationId]);
    await behindTheWalls(`UPDATE data_key SET wrapped = '\\x00' WHERE scope_id = $1`, [key.conversationId]);
    expect(await titles('marigold')).toEqual(['Marigold last', 'Unreadable conversation']);
    expect((await noted()).map((entry) => entry.subject_id)).toEqual(
      expect.arrayContaining([title.conversationId, key.conversationId]),
    );
  });
});
