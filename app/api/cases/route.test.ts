import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, signedIn, type Person } from '#e2e/fixtures/make-person.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { storeTurn, type StoredTurn } from '#e2e/fixtures/store-turn.ts';
import { openCase } from '#lib/commands/open-case.ts';
import {
  caseListSchema,
  caseOpenedSchema,
  caseStateAnswerSchema,
  supportCaseSchema,
} from '#lib/contract/cases.ts';
import { errorBodySchema } from '#lib/contract/errors.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import { POST as handOver } from '../handovers/route.ts';
import { POST as contest } from '../turns/[turnId]/contest/route.ts';
import { GET as readOne, PATCH as see } from './[id]/route.ts';
import { POST as reply } from './[id]/reply/route.ts';
import { GET as listAll } from './route.ts';

const jar = vi.hoisted(() => ({ cookie: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      jar.cookie.startsWith(`${name}=`) ? { value: jar.cookie.slice(name.length + 1) } : undefined,
  }),
}));

let customer: Person;
let agent: Person;
let stored: StoredTurn;
beforeEach(async () => {
  customer = await makePerson({ spec: 'northwind' });
  agent = await makePerson({ role: 'agent' });
  stored = await storeTurn(customer, { text: 'Private words of the chat' });
  jar.cookie = customer.cookie;
});
afterAll(closeDatabases);

function request(body: unknown, headers: Record<string, string> = {}, method = 'POST'): Request {
  return new Request(`${env().PUBLIC_URL}/api/x`, {
    method,
    headers: { origin: env().PUBLIC_URL, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const said = async (response: Response) =>
  response.ok ? String(response.status) : errorBodySchema.parse(await response.json()).error.code;
const send = (body: object, headers?: Record<string, string>) => handOver(request(body, headers), {});
const opened = async (response: Response) => caseOpenedSchema.parse(await response.json()).caseId;
const dispute = (turnId: string, body: object = { ground: 'wrong_figure' }) =>
  contest(request(body), { params: Promise.resolve({ turnId }) });
const answer = (id: string, body: object) => reply(request(body), of(id));
const audited = (action: string, person: Person) =>
  behindTheWalls<{ outcome: string; rule: string | null; tenant_id: string; subject_id: string | null }>(
    'SELECT outcome, rule, tenant_id, subject_id FROM audit_entry WHERE person_id = $1 AND action = $2 ORDER BY at',
    [person.viewer.personId, action],
  );

describe('a hand-over', () => {
  test('stores exactly the summary that was sent and the invoices that were linked', async () => {
    const [invoice] = await readLedger(customer.viewer, (reader) => reader.listInvoices({ limit: 1 }));
    const response = await send({
      conversationId: stored.conversationId,
      summary: '  Please look at\nmy seats.  ',
      invoices: [invoice?.number, invoice?.number],
    });
    expect(response.status).toBe(201);
    const id = await opened(response);
    const one = supportCaseSchema.parse(await (await readOne(new Request(env().PUBLIC_URL), of(id))).json());
    expect(one.texts.map(({ text, invoices }) => ({ text, invoices }))).toEqual([
      { text: 'Please look at\nmy seats.', invoices: [invoice?.number] },
    ]);
    expect(await audited('handover.opened', customer)).toMatchObject([
      { outcome: 'allowed', subject_id: id },
    ]);
  });

  test('keeps no card number, no invisible character', async () => {
    const id = await opened(await send({ summary: 'My card 4111 1111 1111 1111 was\u202e char\u200bged' }));
    const seen = await openCase(agent.viewer, { id });
    expect(seen.texts[0]?.text).toBe('My card [card number removed] was charged');
  });

  test('names nothing of someone else’s: conversation, invoice, and what is none are one 404', async () => {
    const other = await makePerson({ spec: 'acme' });
    const theirs = await storeTurn(other, { text: 'Theirs' });
    for (const conversationId of [theirs.conversationId, newId(), 'nope', '__proto__'])
      expect(await said(await send({ conversationId, summary: 'x' }))).toBe('not_found');
    expect(await said(await send({ summary: 'x', invoices: ['1999-001'] }))).toBe('not_found');
    jar.cookie = agent.cookie;
    expect(await said(await send({ summary: 'x' }))).toBe('not_eligible');
  });

  test('is refused when it is empty, too long, has more in it, or comes from another site', async () => {
    const bad = [
      { summary: '' },
      { summary: ' \u200b\u2060 ' },
      { summary: 'x'.repeat(2_001) },
      { summary: 'x', personId: newId() },
      { summary: 'x', invoices: Array.from({ length: 6 }, () => '2026-117') },
      { summary: 'x', invoices: ['../../etc'] },
      { summary: 7 },
    ];
    for (const body of bad) expect(await said(await send(body))).toBe('malformed');
    expect(await said(await send({ summary: 'x' }, { origin: 'null' }))).toBe('bad_origin');
    jar.cookie = '';
    expect(await said(await send({ summary: 'x' }))).toBe('no_session');
  });

  test('beyond five that wait is refused with a time to come back, and that is on record', async () => {
    for (let index = 0; index < 5; index += 1)
      expect((await send({ summary: `Number ${index}` })).status).toBe(201);
    const sixth = await send({ summary: 'One more' });
    expect([sixth.status, Number(sixth.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await said(sixth)).toBe('rate_limited');
    expect((await audited('handover.opened', customer)).at(-1)).toMatchObject({
      outcome: 'denied',
      rule: 'open_limit',
    });
  });
});

describe('a contest', () => {
  test('lands with its ground, its note and its turn, and nothing of the chat', async () => {
    const response = await dispute(stored.turnId, { ground: 'wrong_figure', note: 'It was 40.' });
    expect(response.status).toBe(201);
    const seen = await openCase(agent.viewer, { id: await opened(response) });
    expect(seen).toMatchObject({ kind: 'contest', ground: 'wrong_figure', turnId: stored.turnId });
    expect(seen.texts.map((text) => text.text)).toEqual(['It was 40.']);
    expect(JSON.stringify(seen)).not.toMatch(/Private words|Answer to/);
    expect(JSON.stringify(seen)).not.toContain(stored.conversationId);
    expect(await audited('contest.opened', customer)).toHaveLength(1);
  });

  test('needs no note', async () => {
    const seen = await openCase(agent.viewer, { id: await opened(await dispute(stored.turnId)) });
    expect(seen.texts).toEqual([]);
  });

  test('of someone else’s turn, an unknown and a malformed one is one 404', async () => {
    const theirs = await storeTurn(await makePerson(), { text: 'Theirs' });
    for (const turnId of [theirs.turnId, newId(), 'x', '%00', stored.conversationId])
      expect(await said(await dispute(turnId))).toBe('not_found');
    expect(await said(await dispute(stored.turnId, { ground: 'because' }))).toBe('malformed');
  });
});

describe('the agent', () => {
  test('opens a case on record, in the customer’s tenant, and answers it', async () => {
    const id = await opened(await send({ summary: 'Please look.', conversationId: stored.conversationId }));
    await openCase(agent.viewer, { id });
    expect(await audited('staff.opened', agent)).toMatchObject([
      { outcome: 'allowed', subject_id: id, tenant_id: customer.viewer.homeTenantId },
    ]);
    jar.cookie = agent.cookie;
    const answered = await answer(id, { text: 'We gave the seat back.', close: true });
    expect(caseStateAnswerSchema.parse(await answered.json())).toEqual({ state: 'closed' });
    expect(await said(await answer(id, { text: 'More' }))).toBe('decided');
    expect(await audited('case.replied', agent)).toHaveLength(1);
    expect(await audited('case.closed', agent)).toHaveLength(1);
    jar.cookie = customer.cookie;
    const { cases } = caseListSchema.parse(await (await listAll(new Request(env().PUBLIC_URL), {})).json());
    expect(cases).toMatchObject([{ caseId: id, unseen: true, conversationId: stored.conversationId }]);
    const seenUntil = cases[0]?.answeredAt;
    expect((await see(request({ seenUntil }, {}, 'PATCH'), of(id))).status).toBe(200);
    const after = caseListSchema.parse(await (await listAll(new Request(env().PUBLIC_URL), {})).json());
    expect(after.cases[0]?.unseen).toBe(false);
  });

  test('has no case through the customers’ door, and nobody else has theirs', async () => {
    const id = await opened(await send({ summary: 'Please look.' }));
    jar.cookie = agent.cookie;
    expect(await said(await readOne(new Request(env().PUBLIC_URL), of(id)))).toBe('not_found');
    const forged = await signedIn({ ...customer.viewer, role: 'agent' }, customer.email);
    const others = [
      await makePerson(),
      await makePerson({ role: 'member' }),
      await makePerson({ role: 'admin' }),
      await makePerson({ role: 'approver' }),
      // A cookie that says agent and is not: the role comes from the database.
      forged,
    ];
    for (const other of others) {
      jar.cookie = other.cookie;
      for (const target of [id, newId(), 'nope']) {
        expect(await said(await answer(target, { text: 'Mine' }))).toBe('not_found');
        if (other === forged) continue;
        expect(await said(await readOne(new Request(env().PUBLIC_URL), of(target)))).toBe('not_found');
        const seenUntil = new Date().toISOString();
        expect(await said(await see(request({ seenUntil }, {}, 'PATCH'), of(target)))).toBe('not_found');
      }
      await expect(openCase({ ...other.viewer, role: 'member' }, { id })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    jar.cookie = agent.cookie;
    expect(await said(await answer(id, {}))).toBe('malformed');
    expect(await said(await answer(newId(), { text: 'x' }))).toBe('not_found');
  });
});
