import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { openedCaseSchema, supportCaseSchema } from '#lib/contract/cases.ts';
import { CipherError } from '#lib/kernel/cipher/envelope.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { expireConversation } from '../change-conversation.ts';
import { actOnCase } from './act-on-case.ts';
import { createCase, type NewCase } from './create-case.ts';
import { findOwn } from './find-own.ts';
import { listCases } from './list-cases.ts';
import { listInbox } from './list-inbox.ts';
import { markSeen } from './mark-seen.ts';
import { readCase } from './read-case.ts';
import { readOpenedCase } from './read-opened-case.ts';
import { readOwnCases } from './read-own-cases.ts';
import { replyCase } from './reply-case.ts';

const SECRET = 'The charge of the fourth looks wrong to me';

let customer: Person;
let agent: Person;
beforeEach(async () => {
  customer = await makePerson();
  agent = await makePerson({ role: 'agent' });
});
afterEach(() => moveClock('0'));
afterAll(closeDatabases);

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
async function create(as = customer, more: Partial<NewCase> = {}): Promise<string> {
  const wanted: NewCase = {
    kind: 'handover',
    conversationId: null,
    turnId: null,
    ground: null,
    body: { text: SECRET, invoices: ['2026-117'] },
    ...more,
  };
  const made = await withViewer(as.viewer, (tx) => createCase(as.viewer, tx, wanted));
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}
const read = (id: string, { viewer } = customer) => withViewer(viewer, (tx) => readCase(viewer, tx, { id }));
const acting = (viewer: Viewer, tenant = customer): Viewer => ({
  ...viewer,
  actingTenantId: tenant.viewer.homeTenantId,
});
const openAs = (viewer: Viewer, id: string) => withViewer(viewer, (tx) => readOpenedCase(viewer, tx, { id }));
const reply = (id: string, text: string | null, close = false, viewer = acting(agent.viewer)) =>
  withViewer(viewer, (tx) =>
    replyCase(viewer, tx, { id, body: text === null ? null : { text, invoices: [] }, close }),
  );

describe('a case', () => {
  test('is read by its person, and by an agent who acts in its tenant', async () => {
    const id = await create();
    const own = supportCaseSchema.parse(await read(id));
    expect(own).toMatchObject({
      state: 'open',
      unseen: false,
      texts: [{ author: 'customer', text: SECRET }],
    });
    const opened = openedCaseSchema.parse(await openAs(acting(agent.viewer), id));
    expect(opened.texts).toEqual(own.texts);
    expect(opened.texts[0]?.invoices).toEqual(['2026-117']);
  });

  test('is one and the same 404 for everyone else, whatever they call themselves', async () => {
    const id = await create();
    const stranger = await makePerson();
    const colleague: Viewer = { ...customer.viewer, personId: stranger.viewer.personId, role: 'member' };
    const codes = [await codeOf(read(id, stranger)), await codeOf(read(newId())), await codeOf(read('x'))];
    for (const viewer of [
      colleague,
      // An agent who has opened nothing, or a case of another customer.
      agent.viewer,
      acting(agent.viewer, stranger),
      // Other staff, acting where they have no business.
      ...(['approver', 'admin', 'auditor', 'trainer', 'owner'] as const).map((role) =>
        acting({ ...agent.viewer, role }),
      ),
    ]) {
      codes.push(await codeOf(openAs(viewer, id)));
      codes.push(await codeOf(withViewer(viewer, (tx) => readCase(viewer, tx, { id }))));
      codes.push(await codeOf(reply(id, 'Mine', false, viewer)));
    }
    for (const viewer of [customer.viewer, stranger.viewer, { ...agent.viewer, role: 'admin' as const }])
      codes.push(await codeOf(withViewer(viewer, (tx) => actOnCase(viewer, tx, { id }))));
    expect(new Set(codes)).toEqual(new Set(['not_found']));
  });

  test('is kept from them by the database as well, text and key alike', async () => {
    const id = await create();
    const stranger = await makePerson();
    const rows = (viewer: Viewer) =>
      withViewer(viewer, async (tx) => [
        await tx.caseText.count({ where: { caseId: id } }),
        await tx.dataKey.count({ where: { scope: 'case', scopeId: id } }),
      ]);
    expect(await rows(customer.viewer)).toEqual([1, 1]);
    expect(await rows(acting(agent.viewer))).toEqual([1, 1]);
    for (const viewer of [
      agent.viewer,
      acting(agent.viewer, stranger),
      acting({ ...agent.viewer, role: 'admin' }),
      stranger.viewer,
    ])
      expect(await rows(viewer)).toEqual([0, 0]);
    // Opening a case opens no conversation.
    const { conversationId } = await storeTurn(customer, { text: 'Private words' });
    const asAgent = acting(agent.viewer);
    expect(
      await withViewer(asAgent, async (tx) => [
        await tx.message.count(),
        await tx.conversation.count(),
        await tx.dataKey.count({ where: { scopeId: conversationId } }),
      ]),
    ).toEqual([0, 0, 0]);
  });

  test('takes no staff words from its person, and no customer words from staff', async () => {
    const id = await create();
    const row = (author: string, sequence: number) => ({
      id: newId(),
      caseId: id,
      tenantId: customer.viewer.homeTenantId,
      personId: customer.viewer.personId,
      author,
      sequence,
      body: new Uint8Array(1),
    });
    const insert = (viewer: Viewer, author: string) =>
      sqlStateOf(() => withViewer(viewer, (tx) => tx.caseText.createMany({ data: [row(author, 9)] })));
    expect(await insert(customer.viewer, 'staff')).toBe('42501');
    expect(await insert(acting(agent.viewer), 'customer')).toBe('42501');
    expect(await insert(agent.viewer, 'staff')).toBe('42501');
  });

  test('opens nowhere but in its place: not in another case, position or voice', async () => {
    const [here, there] = [await create(), await create(customer, { body: { text: 'Other', invoices: [] } })];
    await reply(here, 'A reply');
    const move =
      'UPDATE case_text SET body = (SELECT body FROM case_text WHERE case_id = $2 AND sequence = 1)';
    await behindTheWalls(`${move} WHERE case_id = $1 AND sequence = 1`, [there, here]);
    await expect(read(there)).rejects.toBeInstanceOf(CipherError);
    await behindTheWalls(`${move} WHERE case_id = $1 AND sequence = 2`, [here, here]);
    await expect(read(here)).rejects.toBeInstanceOf(CipherError);
    // A list goes on without what does not open.
    const { viewer } = customer;
    expect(await withViewer(viewer, (tx) => readOwnCases(viewer, tx))).toEqual([]);
    await behindTheWalls(
      `UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE scope_id = $2) WHERE scope_id = $1`,
      [there, here],
    );
    await expect(read(there)).rejects.toBeInstanceOf(CipherError);
  });

  test('stays readable after its conversation is deleted', async () => {
    const { conversationId } = await storeTurn(customer, { text: 'Private words' });
    const id = await create(customer, { conversationId });
    const { viewer } = customer;
    await withViewer(viewer, (tx) => expireConversation(viewer, tx, { id: conversationId }));
    expect((await read(id)).texts[0]?.text).toBe(SECRET);
    expect((await openAs(acting(agent.viewer), id)).texts[0]?.text).toBe(SECRET);
  });

  test('holds nothing readable at rest', async () => {
    const id = await create();
    await reply(id, 'Words of an agent');
    const rows = await behindTheWalls<{ body: Buffer }>('SELECT body FROM case_text WHERE case_id = $1', [
      id,
    ]);
    expect(rows).toHaveLength(2);
    for (const { body } of rows) expect(body.toString('latin1')).not.toMatch(/charge|agent/);
  });
});

describe('the inbox', () => {
  test('has columns without content, and nobody’s name or conversation', async () => {
    const { conversationId } = await storeTurn(customer, { text: 'Private words' });
    const id = await create(customer, { conversationId });
    const queries: string[] = [];
    const items = await withViewer(agent.viewer, async (tx) => {
      const spied = new Proxy(tx, {
        get(target, name, receiver) {
          if (name !== '$queryRaw') return Reflect.get(target, name, receiver);
          return async (sql: TemplateStringsArray, ...values: unknown[]) => {
            const rows: unknown = await target.$queryRaw(sql, ...values);
            queries.push(JSON.stringify(rows), ...(Array.isArray(rows) ? Object.keys(rows[0] ?? {}) : []));
            return rows;
          };
        },
      });
      return listInbox(agent.viewer, spied);
    });
    const mine = items.find((item) => item.caseId === id);
    expect(queries.slice(1).toSorted()).toEqual(
      ['answeredAt', 'caseId', 'createdAt', 'customer', 'ground', 'kind', 'state'].toSorted(),
    );
    for (const word of [SECRET, conversationId, customer.viewer.personId, customer.email])
      expect(queries[0]).not.toContain(word);
    expect(mine).toMatchObject({ kind: 'handover', state: 'open' });
  });

  test('shows who waits longest first, then what was answered, and can be narrowed', async () => {
    const [first, second, third] = [await create(), await create(), await create()];
    await reply(first, 'Done');
    const ids = [first, second, third];
    const list = async (state?: 'answered') =>
      (await withViewer(agent.viewer, (tx) => listInbox(agent.viewer, tx, { state })))
        .map((item) => item.caseId)
        .filter((id) => ids.includes(id));
    expect(await list()).toEqual([second, third, first]);
    expect(await list('answered')).toEqual([first]);
  });

  test('is there for agents alone', async () => {
    for (const viewer of [customer.viewer, { ...agent.viewer, role: 'admin' as const }])
      expect(await codeOf(withViewer(viewer, (tx) => listInbox(viewer, tx)))).toBe('not_found');
  });
});

describe('a reply', () => {
  test('reaches its person unseen, and is seen once it was shown; a later one is unseen again', async () => {
    const id = await create();
    const { viewer } = customer;
    const seen = (seenUntil: string) => withViewer(viewer, (tx) => markSeen(viewer, tx, { id, seenUntil }));
    expect(await reply(id, 'First')).toBe('answered');
    const first = await read(id);
    expect(first).toMatchObject({ unseen: true, state: 'answered' });
    expect(first.texts.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      `customer: ${SECRET}`,
      'staff: First',
    ]);
    await moveClock('1 minute');
    await reply(id, 'Second');
    await seen(first.answeredAt ?? '');
    expect((await read(id)).unseen).toBe(true);
    await seen((await read(id)).answeredAt ?? '');
    expect((await read(id)).unseen).toBe(false);
  });

  test('of two agents at once: both stand, one after the other', async () => {
    const id = await create();
    const other = await makePerson({ role: 'agent' });
    await Promise.all([reply(id, 'One'), reply(id, 'Two', false, acting(other.viewer))]);
    expect((await read(id)).texts.map((text) => text.text).toSorted()).toEqual(
      ['One', SECRET, 'Two'].toSorted(),
    );
  });

  test('does not go into a closed case', async () => {
    const id = await create();
    expect(await reply(id, null, true)).toBe('closed');
    expect(await codeOf(reply(id, 'Too late'))).toBe('decided');
    expect(await codeOf(reply(id, null, true))).toBe('decided');
    expect((await read(id)).state).toBe('closed');
  });
});

describe('the limits', () => {
  const tryOne = () => codeOf(create());

  test('five wait at once, however many are sent at the same moment', async () => {
    const made = await Promise.allSettled(Array.from({ length: 8 }, () => create()));
    expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
    const { viewer } = customer;
    const [first] = await withViewer(viewer, (tx) => listCases(viewer, tx));
    await reply(first?.caseId ?? '', 'Answered');
    expect(await tryOne()).toBe('allowed');
    expect(await tryOne()).toBe('Error');
  });

  test('twenty a day, and the next day more', async () => {
    for (let index = 0; index < 20; index += 1) await reply(await create(), null, true);
    expect(await tryOne()).toBe('Error');
    await moveClock('25 hours');
    expect(await tryOne()).toBe('allowed');
  });

  test('a contest that still waits takes a second press without a second case', async () => {
    const { turnId, conversationId } = await storeTurn(customer, { text: 'Hello' });
    const contest = { kind: 'contest', ground: 'other', turnId, conversationId } as const;
    const first = await create(customer, contest);
    expect(await create(customer, contest)).toBe(first);
    await reply(first, 'Answered');
    expect(await create(customer, contest)).not.toBe(first);
  });
});

test('a case names only what is the viewer’s own and still there', async () => {
  const other = await makePerson();
  const theirs = await storeTurn(other, { text: 'Theirs' });
  const mine = await storeTurn(customer, { text: 'Mine' });
  const { viewer } = customer;
  const find = (args: Parameters<typeof findOwn>[2]) =>
    codeOf(withViewer(viewer, (tx) => findOwn(viewer, tx, args)));
  expect(await find({ turnId: mine.turnId })).toBe('allowed');
  expect(await find({ conversationId: mine.conversationId })).toBe('allowed');
  for (const id of [theirs.turnId, theirs.conversationId, newId(), 'x', '__proto__']) {
    expect(await find({ turnId: id })).toBe('not_found');
    expect(await find({ conversationId: id })).toBe('not_found');
  }
  expect(await find({ turnId: mine.conversationId })).toBe('not_found');
  await withViewer(viewer, (tx) => expireConversation(viewer, tx, { id: mine.conversationId }));
  expect(await find({ turnId: mine.turnId })).toBe('not_found');
});
