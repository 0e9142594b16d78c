import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { rowsOf } from '#e2e/fixtures/rows-of.ts';
import { beginTurn } from '#e2e/fixtures/run-turn.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { openHandover } from '#lib/commands/open-handover.ts';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { erase } from './erase.ts';

let provider: FaultyProvider;
beforeAll(async () => {
  provider = await startProviderInUse();
});
afterAll(async () => {
  await closeThrottle();
  await provider.close();
});

const STAYS = ['audit_entry', 'erasure', 'proposal', 'proposal_card', 'usage_entry'];
const left = async (person: Person) =>
  Object.keys(await rowsOf(person.viewer.personId)).filter((table) => !STAYS.includes(table));

function eraseAccount({ viewer, email }: Person) {
  const signedInAtS = Math.floor(Date.now() / 1000);
  const request = { scope: 'account', confirm: email } as const;
  return erase(viewer, { request, email, signedInAtS, address: '127.0.0.8', requestId: newId() });
}

/** Reads a turn until `seen`, erases the account, and reads the rest. */
async function eraseDuring(person: Person, seen: (event: TurnEvent) => boolean): Promise<TurnEvent[]> {
  const { events } = await beginTurn(person, { text: 'What do I owe?' });
  const read: TurnEvent[] = [];
  let erased = false;
  for await (const event of events) {
    read.push(event);
    if (erased || !seen(event)) continue;
    erased = true;
    expect((await eraseAccount(person)).status).toBe('done');
  }
  expect(erased).toBe(true);
  return read;
}

describe('a turn in flight while its person’s account is erased', () => {
  test('ends, and nothing of it is written: neither the answer nor the question', async () => {
    const person = await makePerson({ spec: 'northwind' });
    provider.script({
      mode: 'text',
      text: 'You owe nothing at all, as far as I can see from here.',
      pieces: 20,
      paceMs: 15,
    });
    const events = await eraseDuring(person, ({ event }) => event === 'text');
    expect(events.at(-1)?.event).toBe('done');
    expect(await left(person)).toEqual([]);
  });

  test('has cost at most what was reserved for it: that is booked for the organisation, without a name', async () => {
    const person = await makePerson({ spec: 'northwind' });
    provider.script({ mode: 'text', text: 'You owe nothing at all.', pieces: 20, paceMs: 15 });
    await eraseDuring(person, ({ event }) => event === 'text');
    const entries = await behindTheWalls<{ cost: string; estimated: boolean; model: string; email: string }>(
      `SELECT u.cost_micro_usd AS cost, u.estimated, u.model, p.email FROM usage_entry u JOIN person p ON p.id = u.person_id WHERE u.tenant_id = $1`,
      [person.viewer.homeTenantId],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      estimated: true,
      email: `erased-${person.viewer.personId}@erased.test`,
    });
  });

  test('looks nothing up and proposes nothing any more', async () => {
    const person = await makePerson({ spec: 'northwind' });
    provider.script(
      { mode: 'calls', text: 'Let me look. ', calls: [{ name: 'get_plan', arguments: '{}' }] },
      { mode: 'text', text: 'Looked.' },
    );
    const events = await eraseDuring(person, ({ event }) => event === 'turn');
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { finish: 'error' } });
    expect(
      events.filter(
        (event) => event.event === 'approval' || (event.event === 'tool' && event.data.status === 'done'),
      ),
    ).toEqual([]);
    expect(await left(person)).toEqual([]);
  });

  test('erased many times at once is erased once', async () => {
    const person = await makePerson();
    await storeTurn(person, { text: 'Mine' });
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => eraseAccount(person)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'not_found' });
    expect(
      await behindTheWalls('SELECT id FROM erasure WHERE person_id = $1', [person.viewer.personId]),
    ).toHaveLength(1);
    expect(await left(person)).toEqual([]);
  });
});

describe('whoever still writes when an erasure begins', () => {
  const text = (person: Person, tx: Tx) =>
    tx.outboxMail.createMany({
      data: [
        {
          id: newId(),
          tenantId: person.viewer.homeTenantId,
          personId: person.viewer.personId,
          recipient: person.email,
          template: 'receipt',
          subject: 's',
          body: 'b',
        },
      ],
    });

  test('is waited for, and what they wrote goes too', async () => {
    const person = await makePerson();
    const order: string[] = [];
    const written = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const writer = withViewer(person.viewer, async (tx) => {
      await text(person, tx);
      written.resolve();
      await goOn.promise;
      order.push('written');
    });
    await written.promise;
    const erasing = eraseAccount(person).then(() => order.push('erased'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(order).toEqual([]);
    goOn.resolve();
    await Promise.all([writer, erasing]);
    expect(order).toEqual(['written', 'erased']);
    expect(await left(person)).toEqual([]);
  });

  test('and comes too late is refused by the database itself', async () => {
    const person = await makePerson();
    await eraseAccount(person);
    expect(await sqlStateOf(() => withViewer(person.viewer, (tx) => text(person, tx)))).toBe('42501');
    expect(await sqlStateOf(() => openHandover(person.viewer, { summary: 'Still here?' }, newId()))).toBe(
      '42501',
    );
    expect(await left(person)).toEqual([]);
  });
});
