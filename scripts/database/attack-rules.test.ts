import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { openHandover } from '#lib/commands/open-handover.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

const REFUSED = '42501';
const MARKS = new Uint8Array(24 * 6);

let customer: Person;
let other: Person;
let agent: Person;
beforeAll(async () => {
  agent = await makePerson({ role: 'agent' });
});
beforeEach(async () => {
  customer = await makePerson({ spec: 'northwind' });
  other = await makePerson({ spec: 'northwind' });
});
afterAll(closeDatabases);

type Row = { tenantId: string; personId: string; caseId: string; textId: string; addedBy: string };

/** A row that an agent may add: what a customer wrote in a case, in the agent's own name. */
async function rowFor(who: Person, conversationId?: string): Promise<Row> {
  const request = { summary: 'Words of an attack', ...(conversationId ? { conversationId } : {}) };
  const { caseId } = await openHandover(who.viewer, request, newId());
  const [text] = await behindTheWalls<{ id: string }>('SELECT id FROM case_text WHERE case_id = $1', [
    caseId,
  ]);
  const { homeTenantId: tenantId, personId } = who.viewer;
  return { tenantId, personId, caseId, textId: text?.id ?? '', addedBy: agent.viewer.personId };
}
const actingIn = (who: Person): Viewer => ({ ...agent.viewer, actingTenantId: who.viewer.homeTenantId });
async function add(viewer: Viewer, row: Row): Promise<string> {
  const id = newId();
  await withViewer(viewer, async (tx) => {
    await tx.confirmedAttack.createMany({ data: [{ ...row, id }] });
    await tx.attackSketch.createMany({ data: [{ attackId: id, marks: MARKS }] });
  });
  return id;
}
const left = async (id: string) =>
  (
    await behindTheWalls(
      'SELECT 1 FROM confirmed_attack WHERE id = $1 UNION ALL SELECT 1 FROM attack_sketch WHERE attack_id = $1',
      [id],
    )
  ).length;
const visible = (viewer: Viewer, id: string) =>
  withViewer(viewer, (tx) => tx.confirmedAttack.count({ where: { id } }));

describe('a confirmed attack, whatever the application asks for', () => {
  test('is added by an agent who acts in its tenant, in their own name, of what a customer wrote there', async () => {
    const row = await rowFor(customer);
    const foreign = await rowFor(other);
    for (const [why, viewer, forged] of [
      ['not acting', agent.viewer, row],
      ['acting elsewhere', actingIn(other), row],
      ['a customer', customer.viewer, row],
      ['another role', { ...actingIn(customer), role: 'admin' }, row],
      ['in another name', actingIn(customer), { ...row, addedBy: other.viewer.personId }],
      ['another person', actingIn(customer), { ...row, personId: other.viewer.personId }],
      ['another case’s text', actingIn(customer), { ...row, textId: foreign.textId }],
      ['a text that is none', actingIn(customer), { ...row, textId: newId() }],
    ] as const)
      expect(await sqlStateOf(() => add(viewer, forged)), why).toBe(REFUSED);
    expect(await left(await add(actingIn(customer), row))).toBe(2);
  });

  test('is seen by agents and by the person it is of; without a viewer, and for everyone else, there is none', async () => {
    const id = await add(actingIn(customer), await rowFor(customer));
    expect(await visible(agent.viewer, id)).toBe(1);
    expect(await visible(customer.viewer, id)).toBe(1);
    expect(await visible(other.viewer, id)).toBe(0);
    for (const role of ['owner', 'admin', 'auditor', 'approver'] as const)
      expect(await visible({ ...other.viewer, role }, id), role).toBe(0);
    expect(await database('app').confirmedAttack.count({ where: { id } })).toBe(0);
    for (const role of ['jobs', 'purge', 'auth', 'audit'] as const)
      expect(await sqlStateOf(() => database(role).$queryRaw`SELECT marks FROM cs.attack_sketch`), role).toBe(
        REFUSED,
      );
  });

  test('is removed by an agent who acts in its tenant, and what is kept of it goes along', async () => {
    const id = await add(actingIn(customer), await rowFor(customer));
    const remove = (viewer: Viewer) =>
      withViewer(viewer, (tx) => tx.confirmedAttack.deleteMany({ where: { id } }));
    for (const viewer of [
      customer.viewer,
      agent.viewer,
      actingIn(other),
      { ...actingIn(customer), role: 'admin' } as const,
    ])
      expect(await remove(viewer)).toEqual({ count: 0 });
    expect(await remove(actingIn(customer))).toEqual({ count: 1 });
    expect(await left(id)).toBe(0);
  });

  test('is neither changed nor loosened from what is kept of it', async () => {
    const id = await add(actingIn(customer), await rowFor(customer));
    const as = (work: (tx: Parameters<Parameters<typeof withViewer>[1]>[0]) => Promise<unknown>) =>
      sqlStateOf(() => withViewer(actingIn(customer), work));
    expect(await as((tx) => tx.$executeRaw`UPDATE cs.confirmed_attack SET case_id = case_id`)).toBe(REFUSED);
    expect(await as((tx) => tx.$executeRaw`UPDATE cs.attack_sketch SET marks = marks`)).toBe(REFUSED);
    expect(await as((tx) => tx.$executeRaw`DELETE FROM cs.attack_sketch WHERE attack_id = ${id}::uuid`)).toBe(
      REFUSED,
    );
  });

  test('keeps whole marks within the bounds', async () => {
    const row = await rowFor(customer);
    for (const bytes of [0, 23 * 6, 24 * 6 + 1, 65 * 6]) {
      const keep = () =>
        withViewer(actingIn(customer), async (tx) => {
          const id = newId();
          await tx.confirmedAttack.createMany({ data: [{ ...row, id }] });
          await tx.attackSketch.createMany({ data: [{ attackId: id, marks: new Uint8Array(bytes) }] });
        });
      expect(await sqlStateOf(keep), `${bytes}`).toBe('23514');
    }
  });
});

describe('what an attack goes with', () => {
  test('with its person, and nobody else’s does', async () => {
    const mine = await add(actingIn(customer), await rowFor(customer));
    const theirs = await add(actingIn(other), await rowFor(other));
    await withViewer(
      customer.viewer,
      (tx) => tx.person.deleteMany({ where: { id: customer.viewer.personId } }),
      'owner',
    );
    expect([await left(mine), await left(theirs)]).toEqual([0, 2]);
  });

  test('with its case', async () => {
    const row = await rowFor(customer);
    const id = await add(actingIn(customer), row);
    await withViewer(
      customer.viewer,
      async (tx) => {
        await tx.caseText.deleteMany({ where: { caseId: row.caseId } });
        await tx.supportCase.deleteMany({ where: { id: row.caseId } });
      },
      'owner',
    );
    expect(await left(id)).toBe(0);
  });

  test('not with the conversation it came from: the case outlives that one, and it goes with the case', async () => {
    const { conversationId } = await storeTurn(customer, { text: 'Hello' });
    const id = await add(actingIn(customer), await rowFor(customer, conversationId));
    await deleteConversation(customer.viewer, { id: conversationId });
    expect(await left(id)).toBe(2);
  });
});
