import { expect, test } from '@playwright/test';
import { newId } from '#lib/kernel/ids.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { press } from '#e2e/fixtures/approvals.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { paidInvoice, proposeTo } from '#e2e/fixtures/propose-to.ts';
import { ownPage, sendRequest, type Received } from '#e2e/fixtures/send-request.ts';
import { castPersons, type Cast } from './cast.ts';
import { ROUTES, routesOnDisk, type ListedRoute } from './routes.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
/** What is looked for, where an address takes it: something that stands in the victim's conversation. */
const QUERIES: Readonly<Record<string, string>> = { '/api/conversations/search': '?q=marker' };
const MALFORMED = ['nope', '0', '%00', '..%2f..%2fetc', "'%20OR%201=1--", `${newId()}x`] as const;

test.describe.configure({ mode: 'default' });
let cast: Cast;
test.beforeAll(async () => {
  cast = await castPersons();
});

test('every address in app/ is listed here with who may ask it for what', () => {
  const listed = ROUTES.map(({ path, kind }) => `${kind} ${path}`).toSorted();
  expect(
    routesOnDisk()
      .map(({ path, kind }) => `${kind} ${path}`)
      .toSorted(),
  ).toEqual(listed);
});

/** Ids to try in a route's variable part: the victim's own, none that exists, none that could. */
function targets(route: ListedRoute): readonly string[] {
  const malformed = route.kind === 'page' ? MALFORMED.slice(-2) : MALFORMED;
  if (route.object === 'conversation') return [cast.victimConversation, newId(), ...malformed];
  if (route.object === 'message') return [cast.victimAnswer, newId(), ...malformed];
  if (route.object === 'invoice') return [cast.victimInvoice, '2001-000001', ...malformed];
  if (route.object === 'case') return [cast.victimCase, newId(), ...malformed];
  if (route.object === 'approval') return [cast.victimApproval, newId(), ...malformed];
  if (route.object === 'attack') return [cast.victimAttack, newId(), ...malformed];
  if (route.object === 'export') return [cast.victimExport, newId(), ...malformed];
  if (route.object === 'receipt') return ['t'.repeat(43), newId(), ...malformed];
  if (route.object === 'hold') return [cast.victimHold, newId(), ...malformed];
  if (route.object === 'turn') return [cast.victimTurn, newId(), ...malformed];
  return [''];
}

/** What each route takes, so that a refusal is about who asks and not about the form. */
const BODIES: Readonly<Record<string, () => object>> = {
  '/api/chat': () => ({ text: 'Hello', idempotencyKey: newId() }),
  '/api/cases/[id]': () => ({ seenUntil: new Date().toISOString() }),
  '/api/cases/[id]/reply': () => ({ text: 'Mine now', close: true }),
  '/api/cases/[id]/attacks': () => ({ textId: newId(), passage: 'Mine now' }),
  '/api/retention/holds/[id]': () => ({ move: 'withdraw' }),
  '/api/approvals/[id]': () => ({ decision: 'approve', displayHash: 'a'.repeat(64), nonce: 'n'.repeat(43) }),
  '/api/invoices/[number]/receipt': () => ({}),
  '/api/messages/[id]/feedback': () => ({ verdict: 'down', words: 'Mine now' }),
  '/api/me/keeping': () => ({ days: 30 }),
  '/api/turns/[turnId]/contest': () => ({ ground: 'other', note: 'Mine now' }),
};

function bodyFor(route: ListedRoute): string {
  return JSON.stringify(BODIES[route.path]?.() ?? { title: 'Mine now' });
}

async function attempt(
  route: ListedRoute,
  method: string,
  target: string,
  cookie?: string,
): Promise<Received> {
  const path = `${route.path.replace(/\[[^\]]+\]+/, target)}${QUERIES[route.path] ?? ''}`;
  const withBody = ['POST', 'PUT', 'PATCH'].includes(method);
  return sendRequest(`${appUrl()}${path}`, {
    method,
    cookie,
    headers: method === 'GET' ? {} : ownPage(appUrl()),
    ...(withBody ? { body: bodyFor(route) } : {}),
  });
}

/** What must not depend on whether the object exists: status and body, without what names this very request. */
function sameness({ status, text }: Received, target: string): string {
  const plain = text
    .replaceAll(/"requestId":"[^"]*"/g, '')
    .replaceAll(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<link[^>]*>/g, '')
    .replaceAll(/<title>[^<]*<\/title>/g, '')
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/_R_[\w]*_|radix-[^"]*/g, '');
  const spellings = [target, encodeURIComponent(target), decodeURIComponent(target)].filter(
    (one) => one.length > 3,
  );
  return `${status} ${spellings.reduce((kept, one) => kept.replaceAll(one, 'ID'), plain)}`;
}

/** The victim's markers in an answer, but for the one that the request itself named. */
function leaks({ text, headers }: Received, target: string): string[] {
  const all = `${text}${JSON.stringify(headers)}`;
  return cast.markers.filter((marker) => marker !== target && all.includes(marker));
}

test('control: the person whose things they are does reach them', async () => {
  for (const route of ROUTES.filter(
    ({ object, kind, offers, worksHere }) =>
      // A receipt is nobody's in particular; a copy can be had once, and is fetched at the end.
      object &&
      object !== 'receipt' &&
      object !== 'export' &&
      !worksHere &&
      (kind === 'page' || offers?.includes('GET')),
  )) {
    const [own = ''] = targets(route);
    const received = await attempt(route, 'GET', own, cast.victim.cookie);
    expect(received.status, route.path).toBe(200);
    if (route.object !== 'invoice') expect(leaks(received, own), route.path).not.toEqual([]);
  }
  const search = ROUTES.find(({ path }) => path === '/api/conversations/search');
  if (!search) throw new Error('nobody can search');
  expect(leaks(await attempt(search, 'GET', '', cast.victim.cookie), '')).toContain(cast.victimConversation);
  const list = await sendRequest(`${appUrl()}/invoices`, { cookie: cast.victim.cookie });
  expect(list.text).toContain(cast.victimInvoice);
});

const OTHERS = [
  'anonymous',
  'session revoked',
  "another tenant's owner",
  "same tenant's member",
  'agent',
  'approver',
  'admin',
  'auditor',
  'trainer',
] as const;

for (const name of OTHERS) {
  test(`${name}: someone else's, unknown and malformed are one answer on every route and method`, async () => {
    expect(Object.keys(cast.others)).toContain(name);
    const cookie = cast.others[name]?.cookie;
    const signedOut = name === 'anonymous' || name === 'session revoked';
    for (const route of ROUTES.filter(({ worksHere }) => worksHere !== name)) {
      for (const method of route.kind === 'page' ? (['GET', 'POST'] as const) : METHODS) {
        const seen = new Map<string, string>();
        for (const target of targets(route)) {
          const received = await attempt(route, method, target, cookie);
          const where = `${method} ${route.path} (${target}) as ${name}`;
          expect(leaks(received, target), where).toEqual([]);
          expect(received.status, where).not.toBe(500);
          seen.set(sameness(received, target), target);
          if (signedOut && !route.open && route.kind === 'route' && route.offers?.includes(method))
            expect(received.status, where).toBe(401);
          if (
            route.object !== undefined &&
            !signedOut &&
            route.kind === 'route' &&
            route.offers?.includes(method)
          )
            expect(received.status, where).toBe(404);
        }
        expect(
          [...seen.keys()].length,
          `${method} ${route.path} as ${name}: ${[...seen.values()].join(' ≠ ')}\n${[...seen.keys()].map((one) => one.slice(0, 1500)).join('\n')}`,
        ).toBe(1);
      }
    }
  });

  test(`${name}: a message into someone else's, an unknown and a malformed conversation is one refusal`, async () => {
    const cookie = cast.others[name]?.cookie;
    const send = (extra: Record<string, string>) =>
      sendRequest(`${appUrl()}/api/chat`, {
        method: 'POST',
        cookie,
        headers: ownPage(appUrl()),
        body: JSON.stringify({ text: 'Hello', idempotencyKey: newId(), ...extra }),
      });
    const answers = [
      await send({ conversationId: cast.victimConversation }),
      await send({ conversationId: newId() }),
      await send({ conversationId: 'nope' }),
      await send({ conversationId: cast.victimConversation, replaces: cast.victimMessage }),
      await send({ conversationId: newId(), replaces: newId() }),
    ];
    expect(new Set(answers.map((answer) => sameness(answer, ''))).size).toBe(1);
    expect(answers[0]?.status).toBe(cookie === undefined || name === 'session revoked' ? 401 : 404);
    expect(answers.flatMap((answer) => leaks(answer, ''))).toEqual([]);
  });
}

test('approver: finds a change there only once its customer confirmed it, and never the conversation', async () => {
  const approver = cast.others.approver;
  const open = (id: string) => sendRequest(`${appUrl()}/admin/approvals/${id}`, { cookie: approver?.cookie });
  const missing = [cast.victimApproval, newId(), ...MALFORMED.slice(-2), cast.victimConversation];
  const answers = await Promise.all(missing.map(open));
  expect(answers.map((answer) => answer.status)).toEqual(missing.map(() => 404));
  expect(answers.flatMap((answer, index) => leaks(answer, missing[index] ?? ''))).toEqual([]);
  const card = await proposeTo(cast.victim, await paidInvoice(cast.victim, 1), { cautious: true });
  expect(await press(cast.victim, card)).toMatchObject({ status: 'confirmed' });
  const found = await open(card.approvalId);
  expect(found.status).toBe(200);
  expect(found.text).toContain('Only a finance approver can decide this');
  const money = [cast.victim.email, cast.victimInvoice];
  expect(leaks(found, '').filter((marker) => !money.includes(marker))).toEqual([]);
});

test('agent: opens the case a customer sent, sees nothing else of theirs, and finds no other there', async () => {
  const cookie = cast.others.agent?.cookie;
  const open = (id: string) => sendRequest(`${appUrl()}/admin/inbox/${id}`, { cookie });
  const found = await open(cast.victimCase);
  expect(found.status).toBe(200);
  expect(found.text).toContain(cast.caseMarker);
  expect(leaks(found, cast.caseMarker)).toEqual([]);
  const missing = [newId(), ...MALFORMED.slice(-2), cast.victimConversation, cast.victimTurn];
  const answers = await Promise.all(missing.map(open));
  expect(answers.map((answer) => answer.status)).toEqual(missing.map(() => 404));
  expect(new Set(answers.map((answer, index) => sameness(answer, missing[index] ?? ''))).size).toBe(1);
});

test('agent: an attack that is not there and one that cannot be are one answer', async () => {
  const cookie = cast.others.agent?.cookie;
  const ids = [newId(), cast.victimCase, ...MALFORMED];
  const remove = (id: string) =>
    sendRequest(`${appUrl()}/api/attacks/${id}`, { method: 'DELETE', cookie, headers: ownPage(appUrl()) });
  const answers = await Promise.all(ids.map(remove));
  expect(answers.map((answer) => answer.status)).toEqual(ids.map(() => 404));
  expect(new Set(answers.map((answer, index) => sameness(answer, ids[index] ?? ''))).size).toBe(1);
});

test('someone else’s conversation, an unknown and a malformed one are one refusal to a hand-over', async () => {
  const cookie = cast.others["another tenant's owner"]?.cookie;
  const send = (conversationId: string) =>
    sendRequest(`${appUrl()}/api/handovers`, {
      method: 'POST',
      cookie,
      headers: ownPage(appUrl()),
      body: JSON.stringify({ summary: 'Mine now', conversationId }),
    });
  const answers = await Promise.all([cast.victimConversation, newId(), 'nope'].map(send));
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
  expect(new Set(answers.map((answer) => sameness(answer, ''))).size).toBe(1);
});

test('after all of that the copy of their data still waits for its person, once', async () => {
  const fetchCopy = () =>
    sendRequest(`${appUrl()}/api/me/exports/${cast.victimExport}/file`, { cookie: cast.victim.cookie });
  expect((await fetchCopy()).status).toBe(200);
  expect((await fetchCopy()).status).toBe(404);
});

test('after all of that the case is as it was', async () => {
  const own = await sendRequest(`${appUrl()}/api/cases/${cast.victimCase}`, { cookie: cast.victim.cookie });
  expect(own.status).toBe(200);
  expect(own.text).not.toContain('Mine now');
  expect(own.text).toContain('"state":"open"');
});

test('after all of that nobody has said what they think of the answer, and the conversation is kept as long', async () => {
  const said = await behindTheWalls('SELECT 1 FROM feedback WHERE conversation_id = $1', [
    cast.victimConversation,
  ]);
  const chosen = await behindTheWalls('SELECT 1 FROM keep_choice WHERE person_id = $1', [
    cast.victim.viewer.personId,
  ]);
  expect([...said, ...chosen]).toEqual([]);
});

test('after all of that the attack an agent confirmed is still remembered', async () => {
  const rows = await behindTheWalls('SELECT 1 FROM attack_sketch WHERE attack_id = $1', [cast.victimAttack]);
  expect(rows).toHaveLength(1);
});

test('after all of that the legal hold still stands', async () => {
  const rows = await behindTheWalls(`SELECT state FROM legal_hold WHERE id = $1`, [cast.victimHold]);
  expect(rows).toEqual([{ state: 'proposed' }]);
});

test('after all of that the conversation is as it was', async () => {
  const [row] = await behindTheWalls<{ count: string }>(
    'SELECT count(*) FROM message WHERE conversation_id = $1',
    [cast.victimConversation],
  );
  expect(Number(row?.count)).toBe(2);
  const own = await sendRequest(`${appUrl()}/api/conversations/${cast.victimConversation}`, {
    cookie: cast.victim.cookie,
  });
  expect(own.status).toBe(200);
  expect(own.text).not.toContain('Mine now');
});
