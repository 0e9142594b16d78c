import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { storeTurn, type StoredTurn } from '#e2e/fixtures/store-turn.ts';
import { conversationPageSchema } from '#lib/contract/conversations.ts';
import { errorBodySchema } from '#lib/contract/errors.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import { DELETE, GET, PATCH } from './[id]/route.ts';
import { GET as listAll } from './route.ts';

const jar = vi.hoisted(() => ({ cookie: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      jar.cookie.startsWith(`${name}=`) ? { value: jar.cookie.slice(name.length + 1) } : undefined,
  }),
}));

let person: Person;
let stored: StoredTurn;
beforeEach(async () => {
  person = await makePerson();
  jar.cookie = person.cookie;
  stored = await storeTurn(person, { text: 'What do I owe?' });
});
afterAll(closeDatabases);

type Method = 'GET' | 'PATCH' | 'DELETE';
function call(
  method: Method,
  id: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const init = {
    method,
    headers: { origin: env().PUBLIC_URL, 'content-type': 'application/json', ...headers },
  };
  const request = new Request(
    `${env().PUBLIC_URL}/api/conversations/${id}`,
    body === undefined ? init : { ...init, body: JSON.stringify(body) },
  );
  return { GET, PATCH, DELETE }[method](request, { params: Promise.resolve({ id }) });
}
const list = async () => (await listAll(new Request(`${env().PUBLIC_URL}/api/conversations`), {})).json();
const said = async (response: Response) =>
  `${response.status} ${errorBodySchema.parse(await response.json()).error.code}`;
const audited = (action: string) =>
  behindTheWalls<{ rule: string | null }>(
    'SELECT rule FROM audit_entry WHERE person_id = $1 AND action = $2',
    [person.viewer.personId, action],
  );

describe('a conversation over HTTP', () => {
  test('is listed, read, renamed and deleted by its owner, and each change is audited', async () => {
    expect(await list()).toMatchObject({
      conversations: [{ id: stored.conversationId, title: 'What do I owe?' }],
    });
    expect(await (await call('GET', stored.conversationId)).json()).toMatchObject({
      messages: [{ text: 'What do I owe?' }, { role: 'assistant' }],
    });
    expect((await call('PATCH', stored.conversationId, { title: 'Money' })).status).toBe(200);
    expect(
      (await call('PATCH', stored.conversationId, { activeMessageId: stored.userMessageId })).status,
    ).toBe(200);
    expect(await list()).toMatchObject({ conversations: [{ title: 'Money' }] });
    expect((await call('DELETE', stored.conversationId)).status).toBe(200);
    expect(await said(await call('GET', stored.conversationId))).toBe('404 not_found');
    for (const action of ['conversation.renamed', 'conversation.branch_selected', 'conversation.deleted'])
      expect(await audited(action)).toHaveLength(1);
  });

  test('of someone else, of nobody and with a malformed id are one and the same 404, whatever is asked', async () => {
    const other = await makePerson();
    const theirs = await storeTurn(other, { text: 'Theirs' });
    for (const id of [theirs.conversationId, newId(), 'x', '__proto__', `${theirs.conversationId}'--`]) {
      expect(await said(await call('GET', id))).toBe('404 not_found');
      expect(await said(await call('PATCH', id, { title: 'Mine' }))).toBe('404 not_found');
      expect(await said(await call('PATCH', id, { activeMessageId: theirs.userMessageId }))).toBe(
        '404 not_found',
      );
      expect(await said(await call('DELETE', id))).toBe('404 not_found');
    }
    expect((await audited('request.refused')).map((note) => note.rule)).toEqual(
      Array.from({ length: 20 }, () => 'not_found'),
    );
    jar.cookie = other.cookie;
    expect(await list()).toMatchObject({ conversations: [{ title: 'Theirs' }] });
  });

  test('is not changed from another site, without a session, or by a body with more in it', async () => {
    expect(
      await said(await call('DELETE', stored.conversationId, undefined, { origin: 'https://evil.test' })),
    ).toBe('403 bad_origin');
    expect(await said(await call('PATCH', stored.conversationId, { title: 'x' }, { origin: 'null' }))).toBe(
      '403 bad_origin',
    );
    expect(await said(await call('PATCH', stored.conversationId, { title: 'x', personId: newId() }))).toBe(
      '400 malformed',
    );
    expect(await said(await call('PATCH', stored.conversationId, { title: '   ' }))).toBe('400 malformed');
    expect(await said(await call('PATCH', stored.conversationId, { title: 'x'.repeat(5_000) }))).toBe(
      '413 too_large',
    );
    jar.cookie = '';
    for (const method of ['GET', 'DELETE'] as const)
      expect(await said(await call(method, stored.conversationId))).toBe('401 no_session');
    jar.cookie = person.cookie;
    expect(await list()).toMatchObject({ conversations: [{ title: 'What do I owe?' }] });
  });

  test('says of every text who wrote it', async () => {
    const page = conversationPageSchema.parse(await (await call('GET', stored.conversationId)).json());
    expect(page.messages.map(({ generatedBy }) => generatedBy)).toEqual(['person', 'model']);
  });

  test('that was tampered with is not shown, and that is on record', async () => {
    await behindTheWalls(`UPDATE message SET body = (SELECT body FROM message WHERE id = $2) WHERE id = $1`, [
      stored.userMessageId,
      stored.answerMessageId,
    ]);
    expect(await said(await call('GET', stored.conversationId))).toBe('410 unreadable');
    expect(await audited('conversation.unreadable')).toHaveLength(1);
  });

  test('keeps no invisible characters in its title', async () => {
    await call('PATCH', stored.conversationId, { title: 'Mo\u202ene\u200by' });
    expect(await list()).toMatchObject({ conversations: [{ title: 'Money' }] });
    expect(await said(await call('PATCH', stored.conversationId, { title: '\u200b\u2060' }))).toBe(
      '400 malformed',
    );
  });
});
