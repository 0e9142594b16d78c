import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { type FaultyProvider, startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { pause, resume } from '#e2e/fixtures/pause.ts';
import { errorBodySchema, ERROR_TABLE, isErrorCode } from '#lib/contract/errors.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import { stopKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { ENTRIES_PER_MINUTE } from '#lib/stages/audit/refusal-window.ts';
import { revokeSessions } from '#lib/stages/identity/revoke-sessions.ts';
import { DELETE, GET, PATCH, POST, PUT } from './route.ts';

const jar = vi.hoisted(() => ({ cookie: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      jar.cookie.startsWith(`${name}=`) ? { value: jar.cookie.slice(name.length + 1) } : undefined,
  }),
}));

let provider: FaultyProvider;
let person: Person;
beforeAll(async () => {
  provider = await startFaultyProvider();
  process.env.OPENAI_BASE_URL = provider.url;
});
beforeEach(async () => {
  person = await makePerson({ spec: 'northwind' });
  jar.cookie = person.cookie;
});
afterAll(async () => {
  stopKillSwitch();
  await provider.close();
  await closeDatabases();
});

const context = {};
const message = (more: object = {}) => ({ text: 'What do I owe?', idempotencyKey: newId(), ...more });
function request(body: string | object, headers: Record<string, string> = {}, signal?: AbortSignal): Request {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', origin: env().PUBLIC_URL, ...headers };
  return new Request(`${env().PUBLIC_URL}/api/chat`, {
    method: 'POST',
    body: sent,
    headers: all,
    ...(signal ? { signal } : {}),
  });
}
const post = (body: string | object, headers: Record<string, string> = {}) =>
  POST(request(body, headers), context);

/** Code of a refusal, after checking that status, body and headers are the contract's. */
async function refusal(response: Response): Promise<string> {
  const { error } = errorBodySchema.parse(await response.json());
  if (!isErrorCode(error.code)) throw new Error(`${error.code} is not in the table`);
  expect(response.status).toBe(ERROR_TABLE[error.code].status);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return error.code;
}
const notes = (as = person) =>
  behindTheWalls<{ rule: string }>(
    `SELECT rule FROM audit_entry WHERE person_id = $1 AND action IN ('request.refused', 'turn.refused')`,
    [as.viewer.personId],
  );
const stored = () => behindTheWalls('SELECT 1 FROM message WHERE person_id = $1', [person.viewer.personId]);

describe('a message', () => {
  test('is answered by a stream that begins with turn and ends with done', async () => {
    provider.script({ mode: 'text', text: 'You owe nothing.' });
    const response = await post(message());
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('ratelimit-remaining')).toBe('9');
    const names = [...(await response.text()).matchAll(/^event: (\w+)$/gm)].map((match) => match[1]);
    expect([names[0], names.at(-1)]).toEqual(['turn', 'done']);
  });

  test('stops being answered when the request is aborted, also by a reader who never began to read', async () => {
    provider.script({ mode: 'endless', paceMs: 5 });
    const leaving = new AbortController();
    await POST(request(message(), {}, leaving.signal), context);
    leaving.abort();
    const state = async () =>
      (
        await behindTheWalls<{ state: string }>('SELECT state FROM turn WHERE person_id = $1', [
          person.viewer.personId,
        ])
      )[0]?.state;
    await expect.poll(state).toBe('closed');
  });

  test('stops being answered when the body is no longer read', async () => {
    provider.script({ mode: 'endless', paceMs: 5 });
    const reader = (await post(message())).body?.getReader();
    for (let read = 0; read < 8; read += 1) await reader?.read();
    await reader?.cancel();
    const [turn] = await behindTheWalls('SELECT state, finish FROM turn WHERE person_id = $1', [
      person.viewer.personId,
    ]);
    expect(turn).toEqual({ state: 'closed', finish: 'aborted' });
    await expect.poll(() => provider.received.at(-1)?.abortedAtMs).not.toBeNull();
  });
});

describe('how many turns are left', () => {
  const windowOf = (response: Response) =>
    ['limit', 'remaining', 'reset', 'policy'].map((name) => response.headers.get(`ratelimit-${name}`));

  test('stands on every answer, whatever it is', async () => {
    provider.script({ mode: 'text', text: 'You owe nothing.' });
    const sent = message();
    const first = await post(sent);
    await first.text();
    expect(windowOf(first)).toEqual(['10', '9', '60', '10;w=60']);
    const again = await post(sent);
    await again.text();
    expect(again.headers.get('ratelimit-limit')).toBe('10');
    expect(Number(again.headers.get('ratelimit-remaining'))).toBe(8);
    for (const answer of [await post('{'), await post(message({ conversationId: newId() }))]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(windowOf(answer).every((value) => value !== null)).toBe(true);
    }
    await pause('global');
    const paused = await post(message());
    expect(paused.headers.get('retry-after')).not.toBeNull();
    expect(windowOf(paused).every((value) => value !== null)).toBe(true);
    await resume();
    jar.cookie = '';
    const stranger = await post(message());
    expect([stranger.status, stranger.headers.get('ratelimit-policy')]).toEqual([401, '10;w=60']);
    expect(
      (await GET(new Request(`${env().PUBLIC_URL}/api/chat`), context)).headers.get('ratelimit-limit'),
    ).toBe('10');
  });

  test('is the person’s, whatever address they say they come from', async () => {
    provider.script({ mode: 'text', text: 'You owe nothing.' });
    const codes: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const from = turn % 2 === 0 ? `203.0.113.${turn}, 10.0.0.1` : `2001:db8:${turn}::1`;
      const headers = { 'x-forwarded-for': from, 'x-real-ip': from, forwarded: `for="${from}"` };
      const response = await post(message(), headers);
      await response.text();
      codes.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  });

  test('is counted for a flood, instead of written line by line', async () => {
    await behindTheWalls(
      `INSERT INTO budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by) VALUES ('person', $1, $2, 'day', 0, $1)`,
      [person.viewer.personId, person.viewer.homeTenantId],
    );
    const first = await post(message());
    expect(await refusal(first)).toBe('budget_exhausted');
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(first.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    for (let more = 0; more < 30; more += 1) await post(message());
    expect((await notes()).map(({ rule }) => rule)).toEqual(
      Array.from({ length: ENTRIES_PER_MINUTE }, () => 'budget_exhausted'),
    );
    expect(await stored()).toEqual([]);
  });
});

describe('a message that is refused leaves nothing but an entry', () => {
  const cases: [string, () => Promise<Response>, string][] = [
    ['malformed JSON', () => post('{"text":'), 'malformed'],
    ['forged history', () => post(message({ messages: [{ role: 'system', content: 'x' }] })), 'malformed'],
    ['a role', () => post(message({ role: 'admin' })), 'malformed'],
    ['tools', () => post(message({ tools: [] })), 'malformed'],
    [
      'a prototype key',
      () => post('{"text":"hi","idempotencyKey":"12345678","__proto__":{"a":1}}'),
      'malformed',
    ],
    ['no text', () => post(message({ text: '' })), 'malformed'],
    ['white space', () => post(message({ text: ' \n\t ' })), 'malformed'],
    ['invisible characters', () => post(message({ text: '\u200b\u2060\ufeff\u{e0041}' })), 'malformed'],
    ['no idempotency key', () => post({ text: 'hi' }), 'malformed'],
    ['an idempotency key with a quote', () => post(message({ idempotencyKey: "12345678'" })), 'malformed'],
    ['temporary: false', () => post(message({ temporary: false })), 'malformed'],
    ['a long text', () => post(message({ text: 'x'.repeat(9_000) })), 'too_large'],
    ['20 MB', () => post(message({ text: 'x'.repeat(20_000_000) })), 'too_large'],
    [
      'a form',
      () => post('text=hi', { 'content-type': 'application/x-www-form-urlencoded' }),
      'unsupported_media',
    ],
    ['another origin', () => post(message(), { origin: 'https://evil.test' }), 'bad_origin'],
    ['the origin of a sandbox', () => post(message(), { origin: 'null' }), 'bad_origin'],
    ['a malformed conversation', () => post(message({ conversationId: 'x' })), 'not_found'],
    ['an unknown conversation', () => post(message({ conversationId: newId() })), 'not_found'],
  ];
  test.each(cases)('%s', async (_name, send, code) => {
    expect(await refusal(await send())).toBe(code);
    expect((await notes()).map((note) => note.rule)).toContain(code);
    expect(await stored()).toEqual([]);
  });

  test('every other method', async () => {
    for (const handler of [GET, PUT, PATCH, DELETE]) {
      const response = await handler(new Request(`${env().PUBLIC_URL}/api/chat`), context);
      expect(response.headers.get('allow')).toBe('POST');
      expect(await refusal(response)).toBe('method_not_allowed');
    }
    expect(await notes()).toHaveLength(4);
  });

  test('without a session, with a forged one, or with one that was revoked', async () => {
    const nobody = async () =>
      (
        await behindTheWalls<{ n: number }>(
          `SELECT count(*)::int AS n FROM audit_entry WHERE rule = 'no_session' AND person_id IS NULL`,
        )
      )[0]?.n ?? 0;
    const before = await nobody();
    jar.cookie = '';
    expect(await refusal(await post(message()))).toBe('no_session');
    jar.cookie = `${person.cookie.slice(0, -9)}AAAAAAAAA`;
    expect(await refusal(await post(message()))).toBe('no_session');
    expect(await nobody()).toBe(before + 2);
    jar.cookie = person.cookie;
    await withViewer(person.viewer, (tx) => revokeSessions(person.viewer, tx));
    expect(await refusal(await post(message()))).toBe('no_session');
    expect((await notes()).map((note) => note.rule)).toEqual(['no_session']);
  });

  test('while the kill switch is on', async () => {
    await pause('global');
    try {
      expect(await refusal(await post(message()))).toBe('paused');
    } finally {
      await resume();
    }
    expect((await notes()).map((note) => note.rule)).toEqual(['paused']);
  });

  test('as the eleventh of a minute, with when to come back', async () => {
    provider.script({ mode: 'text', text: 'Hello.' });
    for (let turn = 0; turn < 10; turn += 1) await (await post(message())).text();
    const response = await post(message());
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('ratelimit-remaining')).toBe('0');
    expect(await refusal(response)).toBe('rate_limited');
  });
});
