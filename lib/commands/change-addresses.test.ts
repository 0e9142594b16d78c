import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import type { AddressChange } from '#lib/contract/switches.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { mayEnter } from '#lib/stages/admission/addresses/may-enter.ts';
import { changeAddresses } from './change-addresses.ts';
import { listAddresses, operateAddresses } from './operate-addresses.ts';

let admin: Person;
beforeAll(async () => {
  admin = await makePerson({ role: 'admin' });
});
afterEach(() => behindTheWalls('DELETE FROM address_rule'));
afterAll(closeDatabases);

const OWN = '192.0.2.10';
const add = (action: 'allow' | 'deny', range: string) =>
  ({ do: 'add', action, range, reason: 'A test of the door' }) satisfies AddressChange;
const ask = (change: AddressChange, confirmed?: string, address: string | null = OWN, by = admin) =>
  changeAddresses(by.viewer, {
    request: { change, ...(confirmed === undefined ? {} : { confirmed }) },
    address,
    requestId: newId(),
  });
const apply = async (change: AddressChange, address: string | null = OWN) =>
  ask(change, (await ask(change, undefined, address)).revision, address);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );
const stored = async () => (await listAddresses()).map(({ action, range }) => `${action} ${range}`);
const notes = () =>
  behindTheWalls<{ action: string; outcome: string; subject_id: string }>(
    `SELECT action, outcome, subject_id FROM audit_entry WHERE person_id = $1 AND action LIKE 'address.%' ORDER BY at, id`,
    [admin.viewer.personId],
  );

describe('a rule about addresses', () => {
  test('is previewed, and changes nothing until that is confirmed', async () => {
    const preview = await ask(add('allow', '192.0.2.0/24'));
    expect(preview).toMatchObject({
      applied: false,
      range: '192.0.2.0/24',
      letsYouIn: true,
      onlyAllowed: true,
    });
    expect(await stored()).toEqual([]);
    expect(await ask(add('allow', '192.0.2.0/24'), preview.revision)).toMatchObject({ applied: true });
    expect(await stored()).toEqual(['allow 192.0.2.0/24']);
    expect(await notes()).toEqual([
      { action: 'address.rule_added', outcome: 'allowed', subject_id: '192.0.2.0/24' },
    ]);
  });

  test('holds within a second for whoever it is about', async () => {
    expect(await mayEnter('198.51.100.1')).toBe(true);
    await apply(add('deny', '198.51.100.0/24'));
    await expect.poll(() => mayEnter('198.51.100.1'), { timeout: 10_000 }).toBe(false);
    expect(await mayEnter(OWN)).toBe(true);
  });

  test.each([
    ['denies the range one sits in', add('deny', '192.0.2.0/24'), OWN],
    ['allows another range alone', add('allow', '198.51.100.0/24'), OWN],
    ['is any, where one’s own address cannot be told', add('deny', '198.51.100.0/24'), null],
  ])(
    'that %s keeps out its author: previewed as such, and never carried out',
    async (_why, change, address) => {
      const preview = await ask(change, undefined, address);
      expect(preview.letsYouIn).toBe(false);
      expect(await codeOf(ask(change, preview.revision, address))).toBe('locks_out');
      expect(await stored()).toEqual([]);
      expect((await notes()).at(-1)).toMatchObject({ outcome: 'denied' });
    },
  );

  test('is not taken away where what is left keeps out its author', async () => {
    await apply(add('allow', '192.0.2.0/24'));
    await apply(add('allow', '198.51.100.0/24'));
    const [own] = await listAddresses();
    expect(await codeOf(apply({ do: 'remove', ruleId: own?.id ?? '' }))).toBe('locks_out');
    expect(await stored()).toEqual(['allow 192.0.2.0/24', 'allow 198.51.100.0/24']);
  });

  test('is confirmed only with the rules of the preview', async () => {
    const { revision } = await ask(add('deny', '198.51.100.0/24'));
    await apply(add('deny', '203.0.113.0/24'));
    expect(await codeOf(ask(add('deny', '198.51.100.0/24'), revision))).toBe('changed');
    expect(await stored()).toEqual(['deny 203.0.113.0/24']);
  });

  test('with bits beyond its prefix, or there already, is no rule', async () => {
    expect(await codeOf(ask(add('deny', '198.51.100.7/24')))).toBe('malformed');
    await apply(add('deny', '198.51.100.0/24'));
    expect(await codeOf(ask(add('deny', '198.51.100.0/24')))).toBe('malformed');
  });

  test('is an administrator’s alone, in the code and in the database', async () => {
    for (const role of ['owner', 'member', 'agent', 'approver', 'auditor', 'trainer'] as const) {
      const other = await makePerson({ role });
      expect(await codeOf(ask(add('deny', '198.51.100.0/24'), undefined, OWN, other))).toBe('not_found');
      const insert = withViewer(
        other.viewer,
        (tx) =>
          tx.$executeRaw`INSERT INTO cs.address_rule (id, action, range, set_by) VALUES (${newId()}::uuid, 'deny', '198.51.100.0/24', ${other.viewer.personId}::uuid)`,
      );
      expect(await sqlStateOf(() => insert)).toBe('42501');
    }
  });
});

describe('from a command line', () => {
  test('whoever was kept out gets back in: rules go whatever they say, and that is written down', async () => {
    await operateAddresses({
      do: 'add',
      action: 'allow',
      range: '203.0.113.0/24',
      reason: 'Locks everybody out',
    });
    await operateAddresses({ do: 'add', action: 'deny', range: '203.0.113.9', reason: 'And one more' });
    expect(await operateAddresses({ do: 'remove', range: '203.0.113.9' })).toBe(1);
    expect(await operateAddresses({ do: 'clear' })).toBe(1);
    expect(await stored()).toEqual([]);
    const rows = await behindTheWalls(
      `SELECT action, subject_id FROM audit_entry WHERE role = 'operator' AND action LIKE 'address.%' ORDER BY at, id`,
    );
    expect(rows).toEqual([
      { action: 'address.rule_added', subject_id: '203.0.113.0/24' },
      { action: 'address.rule_added', subject_id: '203.0.113.9/32' },
      { action: 'address.rule_removed', subject_id: '203.0.113.9/32' },
      { action: 'address.rule_removed', subject_id: '203.0.113.0/24' },
    ]);
  });
});
