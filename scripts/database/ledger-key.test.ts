import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { asWriter, closeDatabases, type Tx, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';

let person: Person;
let paid: { id: string; methodId: string };
beforeAll(async () => {
  person = await makePerson({ spec: 'northwind' });
  const [row] = await behindTheWalls<{ id: string; methodId: string }>(
    `SELECT i.id, p.method_id AS "methodId" FROM invoice i JOIN payment p ON p.invoice_id = i.id AND p.status = 'succeeded'
     WHERE i.tenant_id = $1 AND i.status = 'paid' AND i.refunded_minor = 0 LIMIT 1`,
    [person.viewer.homeTenantId],
  );
  if (!row) throw new Error('The demonstration ledger has no paid invoice.');
  paid = row;
});
afterAll(closeDatabases);

const asApp = <T>(work: (tx: Tx) => Promise<T>) => withViewer(person.viewer, work);
const write = (work: (tx: Tx) => Promise<unknown>) => asApp((tx) => asWriter(tx, () => work(tx)));

/** A proposal of 5.00 that waits. */
async function proposal(tx: Tx): Promise<string> {
  const id = newId();
  const { personId, homeTenantId: tenantId } = person.viewer;
  await tx.$executeRaw`
    INSERT INTO cs.proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, arguments_hash, display_hash,
      policy_version, resource_kind, resource_id, resource_version, amount_minor, currency, expires_at)
    VALUES (${id}::uuid, ${tenantId}::uuid, ${personId}::uuid, ${id}::uuid, ${id}::uuid, 'refund', 'irreversible', sha256('a'), sha256('b'),
      'x', 'invoice', ${paid.id}::uuid, 'v', 500, 'EUR', cs.now() + interval '1 hour')`;
  return id;
}
const decide = (tx: Tx, id: string) => tx.$executeRaw`
  UPDATE cs.proposal SET state = 'executed', decided_at = cs.now(), decided_by = ${person.viewer.personId}::uuid WHERE id = ${id}::uuid`;
const effect = (tx: Tx, id: string, amount = 500) => tx.$executeRaw`
  INSERT INTO cs.effect (proposal_id, tenant_id, person_id, tool, amount_minor, currency, summary)
  VALUES (${id}::uuid, ${person.viewer.homeTenantId}::uuid, ${person.viewer.personId}::uuid, 'refund', ${amount}::bigint, 'EUR', '')`;
const refund = (tx: Tx, proposalId: string | null, amount = 500) => tx.$executeRaw`
  INSERT INTO cs.refund (id, tenant_id, invoice_id, currency, method_id, amount_minor, status, requested_on, expected_on, reason, proposal_id)
  VALUES (${newId()}::uuid, ${person.viewer.homeTenantId}::uuid, ${paid.id}::uuid, 'EUR', ${paid.methodId}::uuid, ${amount}::bigint,
    'on_its_way', current_date, current_date + 9, 'x', ${proposalId}::uuid)`;
const book = (tx: Tx, amount = 500) =>
  tx.$executeRaw`UPDATE cs.invoice SET refunded_minor = refunded_minor + ${amount}::bigint WHERE id = ${paid.id}::uuid`;

describe('a write to the ledger', () => {
  test('is refused without the effect of an executed proposal in the same transaction', async () => {
    expect(await sqlStateOf(() => write((tx) => refund(tx, null)))).toBe('42501');
    const tenantId = person.viewer.homeTenantId;
    const inserts: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.seat (id, tenant_id, label, added_on, added_by) VALUES (${newId()}::uuid, ${tenantId}::uuid, 'x', current_date, 'x')`,
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.subscription_change (id, tenant_id, changed_on, kind, description, changed_by) VALUES (${newId()}::uuid, ${tenantId}::uuid, current_date, 'paused', 'x', 'x')`,
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.credit (id, tenant_id, currency, granted_minor, remaining_minor, reason, granted_on) VALUES (${newId()}::uuid, ${tenantId}::uuid, 'EUR', 1, 1, 'x', current_date)`,
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.invoice_line (id, tenant_id, invoice_id, currency, position, kind, description, quantity, amount_minor) VALUES (${newId()}::uuid, ${tenantId}::uuid, ${paid.id}::uuid, 'EUR', 99, 'credit', 'x', 1, -1)`,
    ];
    for (const insert of inserts) expect(await sqlStateOf(() => write(insert))).toBe('42501');
    const updates: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => book(tx),
      (tx) => tx.$executeRaw`UPDATE cs.subscription SET plan_code = 'business'`,
      (tx) => tx.$executeRaw`UPDATE cs.billing_profile SET email = 'a@b.test'`,
      (tx) => tx.$executeRaw`UPDATE cs.seat SET removed_on = current_date`,
      (tx) =>
        tx.$executeRaw`UPDATE cs.payment SET status = 'pending', failure_reason = NULL, next_retry_on = NULL`,
    ];
    for (const update of updates) expect(await sqlStateOf(() => write(update))).toBe('42501');
  });

  test('is refused to the role that serves people, effect or not', async () => {
    expect(await sqlStateOf(() => asApp((tx) => refund(tx, null)))).toBe('42501');
    expect(await sqlStateOf(() => asApp((tx) => book(tx)))).toBe('42501');
    const withEffect = asApp(async (tx) => {
      const id = await proposal(tx);
      await decide(tx, id);
      await effect(tx, id);
      await refund(tx, id);
    });
    expect(await sqlStateOf(() => withEffect)).toBe('42501');
  });

  test('opens in the transaction of an effect, and is shut again in the next', async () => {
    const id = await asApp(async (tx) => {
      const made = await proposal(tx);
      await decide(tx, made);
      await effect(tx, made);
      await asWriter(tx, async () => {
        await refund(tx, made);
        await book(tx);
      });
      return made;
    });
    expect(await sqlStateOf(() => write((tx) => refund(tx, id)))).toBe('42501');
    expect(await sqlStateOf(() => write((tx) => book(tx)))).toBe('42501');
  });

  test('of another amount than the decided one is refused', async () => {
    const other = asApp(async (tx) => {
      const id = await proposal(tx);
      await decide(tx, id);
      await effect(tx, id);
      await asWriter(tx, async () => {
        await refund(tx, id, 501);
        await book(tx, 501);
      });
    });
    expect(await sqlStateOf(() => other)).toBe('23514');
  });
});

describe('an effect', () => {
  test('takes a proposal that this very transaction executed, with its amount', async () => {
    const waiting = asApp(async (tx) => effect(tx, await proposal(tx)));
    expect(await sqlStateOf(() => waiting)).toBe('23514');
    const larger = asApp(async (tx) => {
      const id = await proposal(tx);
      await decide(tx, id);
      await effect(tx, id, 501);
    });
    expect(await sqlStateOf(() => larger)).toBe('23514');
    const earlier = await asApp(async (tx) => {
      const id = await proposal(tx);
      await decide(tx, id);
      return id;
    });
    expect(await sqlStateOf(() => asApp((tx) => effect(tx, earlier)))).toBe('23514');
  });

  test('is one per proposal', async () => {
    const twice = asApp(async (tx) => {
      const id = await proposal(tx);
      await decide(tx, id);
      await effect(tx, id);
      await effect(tx, id);
    });
    expect(await sqlStateOf(() => twice)).toBe('23505');
  });
});

describe('a proposal', () => {
  test('never leaves an end, and changes nothing but where it stands', async () => {
    const id = await asApp(async (tx) => {
      const made = await proposal(tx);
      await decide(tx, made);
      return made;
    });
    const back = () =>
      asApp(
        (tx) =>
          tx.$executeRaw`UPDATE cs.proposal SET state = 'pending', decided_at = NULL WHERE id = ${id}::uuid`,
      );
    expect(await sqlStateOf(back)).toBe('23514');
    for (const column of [
      'amount_minor',
      'tool',
      'arguments_hash',
      'display_hash',
      'people',
      'policy_version',
    ]) {
      const granted = await behindTheWalls<{ may: boolean }>(
        `SELECT has_column_privilege('cs_app', 'cs.proposal', $1, 'UPDATE') AS may`,
        [column],
      );
      expect(granted).toEqual([{ may: false }]);
    }
  });

  test('that takes two is not executed by the one who asked', async () => {
    const two = newId();
    await behindTheWalls(
      `INSERT INTO proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, state, arguments_hash, display_hash, policy_version,
         resource_kind, resource_id, resource_version, amount_minor, currency, people, expires_at, confirmed_at)
       VALUES ($1, $2, $3, $1, $1, 'refund', 'irreversible', 'confirmed', sha256('a'), sha256('b'), 'x', 'invoice', $1, 'v', 500, 'EUR', 2, now() + interval '1 hour', now())`,
      [two, person.viewer.homeTenantId, person.viewer.personId],
    );
    expect(await sqlStateOf(() => asApp((tx) => decide(tx, two)))).toBe('23514');
  });
});
