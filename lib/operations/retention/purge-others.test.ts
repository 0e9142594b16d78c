import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { putOnHold } from '#e2e/fixtures/put-on-hold.ts';
import { sqlStateOf } from '#e2e/fixtures/sql-state.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { createCase } from '#lib/stages/history/cases/create-case.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { purgeCategory } from './purge-category.ts';
import type { RetentionCategory } from './policy.ts';
import { countLate } from './verify/count-late.ts';

let person: Person;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM legal_hold');
});
afterAll(closeDatabases);

const purge = (category: RetentionCategory) => purgeCategory(category, { dryRun: false });
async function count(
  sql: string,
  parameters: readonly unknown[] = [person.viewer.personId],
): Promise<number> {
  const [row] = await behindTheWalls<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, parameters);
  return row?.n ?? -1;
}
const ids = () => [newId(), person.viewer.homeTenantId, person.viewer.personId];

describe('what was looked up for an answer', () => {
  test('goes after thirty days; the answer keeps its words and says so', async () => {
    const { conversationId, answerMessageId } = await storeTurn(person, { text: 'Why?', answer: 'Because.' });
    const read = () =>
      withViewer(person.viewer, (tx) => readConversation(person.viewer, tx, { id: conversationId }));
    await moveClock('29 days');
    await purge('tool_results');
    expect(await count('message WHERE person_id = $1 AND trace IS NOT NULL')).toBe(1);
    await moveClock('31 days');
    expect((await purge('tool_results')).removed).toBeGreaterThanOrEqual(1);
    expect(await count('message WHERE person_id = $1 AND trace IS NOT NULL')).toBe(0);
    const answer = (await read()).messages.find(({ id }) => id === answerMessageId);
    expect(answer).toMatchObject({ text: 'Because.', tools: [], lookupsRemoved: true });
    expect((await purge('tool_results')).removed).toBe(0);
  });

  test('is neither read nor written by the job, only emptied, and not before its time', async () => {
    const { answerMessageId } = await storeTurn(person, { text: 'Why?' });
    const db = database('purge');
    expect(await sqlStateOf(() => db.$queryRaw`SELECT trace FROM cs.message`)).toBe('42501');
    expect(await db.$executeRaw`UPDATE cs.message SET trace = NULL WHERE id = ${answerMessageId}::uuid`).toBe(
      0,
    );
    await moveClock('31 days');
    expect(
      await sqlStateOf(
        () => db.$executeRaw`UPDATE cs.message SET trace = 'forged' WHERE id = ${answerMessageId}::uuid`,
      ),
    ).toBe('42501');
  });
});

test('a case goes a year after its last answer, with its texts and its key; an open one waits', async () => {
  const wanted = { kind: 'handover', conversationId: null, turnId: null, ground: null } as const;
  const made = await withViewer(person.viewer, async (tx) => [
    await createCase(person.viewer, tx, { ...wanted, body: { text: 'Please look', invoices: [] } }),
    await createCase(person.viewer, tx, { ...wanted, body: { text: 'And at this', invoices: [] } }),
  ]);
  const [answered] = made.map((one) => ('id' in one ? one.id : ''));
  await behindTheWalls(
    `UPDATE support_case SET state = 'closed', answered_at = cs.now(), answered_by = person_id WHERE id = $1`,
    [answered],
  );
  await moveClock('364 days');
  await purge('cases');
  expect(await count('support_case WHERE person_id = $1')).toBe(2);
  await moveClock('366 days');
  expect(await purge('cases')).toMatchObject({
    removed: 1,
    childrenRemoved: 1,
    keysDestroyed: 1,
    overdue: 0,
  });
  expect(await count('support_case WHERE person_id = $1')).toBe(1);
  expect(await count('case_text WHERE person_id = $1')).toBe(1);
  expect(await count(`data_key WHERE person_id = $1 AND scope = 'case'`)).toBe(1);
});

/** A decided proposal with all that hangs from it, and the refund that it made. */
async function decided(): Promise<string> {
  const { viewer } = (person = await makePerson({ spec: 'northwind' }));
  const [id, tenant, who] = ids();
  const [paid] = await behindTheWalls<{ id: string; currency: string; method: string; left: string }>(
    `SELECT i.id, i.currency, p.method_id AS method, (i.paid_minor - i.refunded_minor)::text AS left FROM invoice i JOIN payment p ON p.invoice_id = i.id AND p.status = 'succeeded'
     WHERE i.tenant_id = $1 AND i.paid_minor - i.refunded_minor > 100 LIMIT 1`,
    [viewer.homeTenantId],
  );
  await behindTheWalls(
    `BEGIN; SET CONSTRAINTS ALL DEFERRED; SET LOCAL session_replication_role = replica;
     INSERT INTO proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, state, arguments_hash, display_hash, policy_version,
       resource_kind, resource_id, resource_version, amount_minor, currency, expires_at, decided_at, decided_by)
     VALUES ('${id}', '${tenant}', '${who}', '${id}', '${id}', 'refund', 'externally_reversible', 'executed', sha256('a'), sha256('b'), 'x', 'invoice', '${paid?.id}', 'v', 100,
       '${paid?.currency}', cs.now(), cs.now(), '${who}');
     INSERT INTO proposal_card (proposal_id, tenant_id, person_id, arguments, display, provenance) VALUES ('${id}', '${tenant}', '${who}', '{}', '{}', '{}');
     INSERT INTO effect (proposal_id, tenant_id, person_id, tool, amount_minor, currency, summary) VALUES ('${id}', '${tenant}', '${who}', 'refund', 100, '${paid?.currency}', 'Refunded');
     INSERT INTO refund (id, tenant_id, invoice_id, currency, method_id, amount_minor, status, requested_on, expected_on, reason, proposal_id)
     VALUES ('${newId()}', '${tenant}', '${paid?.id}', '${paid?.currency}', '${paid?.method}', 100, 'on_its_way', current_date, current_date, 'Duplicate', '${id}');
     UPDATE invoice SET refunded_minor = refunded_minor + 100 WHERE id = '${paid?.id}'; COMMIT`,
  );
  return String(id);
}

test('an approval and what it did go seven years after the decision; its refund stays in the ledger', async () => {
  const id = await decided();
  await moveClock('2556 days');
  await purge('approvals');
  expect(await count('effect WHERE proposal_id = $1', [id])).toBe(1);
  await moveClock('2558 days');
  expect(await purge('approvals')).toMatchObject({ overdue: 0 });
  expect(await count('proposal WHERE id = $1', [id])).toBe(0);
  expect(await count('effect WHERE proposal_id = $1', [id])).toBe(0);
  expect(await count('proposal_card WHERE proposal_id = $1', [id])).toBe(0);
  expect(
    await count('refund WHERE tenant_id = $1 AND amount_minor = 100 AND proposal_id IS NULL', [
      person.viewer.homeTenantId,
    ]),
  ).toBe(1);
});

test('sent mail goes after a month, and so does mail that could never be sent', async () => {
  const mail = `INSERT INTO outbox_mail (id, tenant_id, person_id, recipient, template, subject, body, sent_at)`;
  await behindTheWalls(`${mail} VALUES ($1, $2, $3, 'a@b.test', 'receipt', 's', 'b', cs.now())`, ids());
  await behindTheWalls(`${mail} VALUES ($1, $2, $3, 'a@b.test', 'receipt', 's', 'b', NULL)`, ids());
  await moveClock('29 days');
  await purge('mail');
  expect(await count('outbox_mail WHERE person_id = $1')).toBe(2);
  await moveClock('31 days');
  expect((await purge('mail')).removed).toBeGreaterThanOrEqual(2);
  expect(await count('outbox_mail WHERE person_id = $1')).toBe(0);
});

test('the mark of a signed-out session goes when the session has run out, and not before', async () => {
  await behindTheWalls(
    `INSERT INTO ended_session (session_id, tenant_id, person_id, expires_at) VALUES ($1, $2, $3, cs.now() + interval '1 hour')`,
    ids(),
  );
  await purge('ended_sessions');
  expect(await count('ended_session WHERE person_id = $1')).toBe(1);
  await moveClock('2 hours');
  expect((await purge('ended_sessions')).removed).toBeGreaterThanOrEqual(1);
  expect(await count('ended_session WHERE person_id = $1')).toBe(0);
});

test('tokens of decisions that have run out go, those that still open something stay', async () => {
  const [id, tenant, who] = ids();
  await behindTheWalls(
    `INSERT INTO proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, arguments_hash, display_hash, policy_version,
       resource_kind, resource_id, resource_version, expires_at)
     VALUES ($1, $2, $3, $1, $1, 'cancel_plan', 'reversible', sha256('a'), sha256('b'), 'x', 'subscription', $2, 'v', cs.now() + interval '1 hour')`,
    [id, tenant, who],
  );
  await behindTheWalls(
    `INSERT INTO proposal_nonce (hash, proposal_id, tenant_id, person_id, expires_at)
     VALUES (sha256('old'), $1, $2, $3, cs.now()), (sha256('new'), $1, $2, $3, cs.now() + interval '1 minute')`,
    [id, tenant, who],
  );
  expect((await purge('approval_nonces')).removed).toBeGreaterThanOrEqual(1);
  expect(await count('proposal_nonce WHERE proposal_id = $1', [id])).toBe(1);
});

test('receipts and closed alerts go in their turn; open alerts stay', async () => {
  const alert = (subject: string, closed: string) =>
    behindTheWalls(
      `INSERT INTO alert (id, tenant_id, kind, subject, open_key, closed_at) VALUES ($1, $2, 'test.kind', $3, CASE WHEN ${closed} IS NULL THEN 'test.kind ' || $3 END, ${closed})`,
      [newId(), person.viewer.homeTenantId, subject],
    );
  const [closed, open] = [`closed-${newId()}`, `open-${newId()}`];
  await alert(closed, 'cs.now()');
  await alert(open, 'NULL::timestamptz');
  const { runId } = await purge('mail');
  await moveClock('400 days');
  await purge('alerts');
  await purge('receipts');
  expect(await count('alert WHERE subject = ANY($1)', [[closed, open]])).toBe(1);
  expect(await count('retention_run WHERE id = $1', [runId])).toBe(1);
  await moveClock('731 days');
  await purge('receipts');
  expect(await count('retention_run WHERE id = $1', [runId])).toBe(0);
  await behindTheWalls(`DELETE FROM alert WHERE subject = $1`, [open]);
});

test('a receipt is not rewritten, and not removed before its time, whatever the job asks', async () => {
  const { runId } = await purge('mail');
  const db = database('purge');
  expect(await db.$executeRaw`UPDATE cs.retention_run SET removed = 7 WHERE id = ${runId}::uuid`).toBe(0);
  expect(await db.$executeRaw`DELETE FROM cs.retention_run WHERE id = ${runId}::uuid`).toBe(0);
});

test('a copy that nobody fetched goes after a week, its key first; one that runs is left alone, on hold or not', async () => {
  const [over, young] = [newId(), newId()];
  const { homeTenantId, personId } = person.viewer;
  for (const [id, kept] of [
    [over, '7 days'],
    [young, '30 days'],
  ] as const) {
    await behindTheWalls(
      `INSERT INTO data_export (id, tenant_id, person_id, state, expires_at, chunk_count) VALUES ($1, $2, $3, 'ready', cs.now() + $4::interval, 1)`,
      [id, homeTenantId, personId, kept],
    );
    await behindTheWalls(
      `INSERT INTO export_chunk (export_id, sequence, tenant_id, person_id, body) VALUES ($1, 0, $2, $3, 'x')`,
      [id, homeTenantId, personId],
    );
    await behindTheWalls(
      `INSERT INTO data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped) VALUES ($1, $2, $3, 'export', $4, 'kek-1', 'x')`,
      [newId(), homeTenantId, personId, id],
    );
  }
  await putOnHold(person.viewer);
  await moveClock('6 days');
  expect((await purge('exports')).removed).toBe(0);
  await moveClock('7 days 1 minute');
  expect((await countLate('exports')).due).toBe(1);
  expect(await purge('exports')).toMatchObject({
    removed: 1,
    childrenRemoved: 1,
    keysDestroyed: 1,
    overdue: 0,
  });
  expect(await count('data_export WHERE person_id = $1')).toBe(1);
  expect(await count('export_chunk WHERE person_id = $1')).toBe(1);
  expect(await count("data_key WHERE person_id = $1 AND scope = 'export'")).toBe(1);
  const db = database('purge');
  expect(await db.$executeRaw`DELETE FROM cs.data_export WHERE id = ${young}::uuid`).toBe(0);
  expect(await db.$executeRaw`DELETE FROM cs.data_key WHERE scope_id = ${young}::uuid`).toBe(0);
});

test('receipts of erasures go after seven years, counters of searches after a day, settings with their account', async () => {
  const [id, homeTenantId, personId] = ids();
  await behindTheWalls(
    `INSERT INTO erasure (id, tenant_id, person_id, scope, scope_id, token_hash, keys, state, finished_at, receipt)
     VALUES ($1, $2, $3, 'account', $3, sha256('token'), '[]', 'done', cs.now(), '{}')`,
    [id, homeTenantId, personId],
  );
  await behindTheWalls('INSERT INTO search_use (person_id, tenant_id) VALUES ($1, $2)', [
    personId,
    homeTenantId,
  ]);
  await behindTheWalls('INSERT INTO keep_choice (person_id, tenant_id, days) VALUES ($1, $2, 7)', [
    personId,
    homeTenantId,
  ]);
  const other = await makePerson();
  await behindTheWalls('INSERT INTO keep_choice (person_id, tenant_id, days) VALUES ($1, $2, 7)', [
    other.viewer.personId,
    other.viewer.homeTenantId,
  ]);
  expect((await countLate('settings')).due).toBe(1);
  expect(await purge('settings')).toMatchObject({ removed: 1, overdue: 0 });
  expect(await count('keep_choice WHERE person_id = $1', [other.viewer.personId])).toBe(1);
  await moveClock('23 hours');
  expect((await purge('search_counters')).removed).toBe(0);
  await moveClock('25 hours');
  expect(await purge('search_counters')).toMatchObject({ removed: 1, overdue: 0 });
  await moveClock('2556 days');
  expect((await purge('erasures')).removed).toBe(0);
  await moveClock('2558 days');
  expect((await countLate('erasures')).due).toBe(1);
  expect(await purge('erasures')).toMatchObject({ removed: 1, overdue: 0 });
  expect(await count('erasure WHERE person_id = $1')).toBe(0);
});
