import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { errorBodySchema } from '#lib/contract/errors.ts';
import { env } from './env.ts';
import { AppError } from './errors.ts';
import { allowedOrigins, checkOrigin, jsonResponse, readJson, refuseMethods, route } from './http.ts';

const schema = z.strictObject({ text: z.string(), deep: z.object({}).loose().optional() });
const MAX_BYTES = 1_000;
const url = 'http://localhost:3000/api/chat';

function post(
  body: BodyInit,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Request {
  // Node wants `duplex` for a streamed body; the DOM's types do not know it.
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request(url, init);
}
const read = (request: Request) =>
  readJson(request, schema, MAX_BYTES).then(
    (value) => JSON.stringify(value),
    (error: AppError) => error.code,
  );

/** A body that says nothing about its length and counts what was read of it. */
function endless(): { body: ReadableStream<Uint8Array>; produced: () => number } {
  let produced = 0;
  const chunk = new TextEncoder().encode(`{"text":"${'x'.repeat(490)}`);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      produced += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return { body, produced: () => produced };
}

describe('a JSON body', () => {
  test('is read when it is what the schema says', async () => {
    expect(await read(post('{"text":"hi"}'))).toBe('{"text":"hi"}');
    expect(await read(post('{"text":"hi"}', { 'content-type': 'Application/JSON; charset=utf-8' }))).toBe(
      '{"text":"hi"}',
    );
  });

  test('of 20 MB is refused by its announced length, unread', async () => {
    const { body, produced } = endless();
    expect(
      await read(post(body, { 'content-type': 'application/json', 'content-length': String(20_000_000) })),
    ).toBe('too_large');
    expect(produced()).toBeLessThan(2_000);
  });

  test('without a length is cut off as soon as it passes the cap', async () => {
    const { body, produced } = endless();
    expect(await read(post(body))).toBe('too_large');
    expect(produced()).toBeLessThan(4 * MAX_BYTES);
  });

  test('is capped in bytes, not in characters, and the cap itself passes', async () => {
    const around = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
    expect(await read(post(around(MAX_BYTES)))).toContain('xxx');
    expect(await read(post(around(MAX_BYTES + 1)))).toBe('too_large');
    expect(await read(post(JSON.stringify({ text: '€'.repeat(400) })))).toBe('too_large');
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    'text/json',
    '',
  ])('of type "%s" is refused', async (type) => {
    expect(await read(post('{"text":"hi"}', { 'content-type': type }))).toBe('unsupported_media');
  });

  test.each([
    ['nothing', ''],
    ['half a value', '{"text":"hi"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['NaN', '{"text":NaN}'],
    ['an extra field', '{"text":"hi","messages":[]}'],
    ['a missing field', '{}'],
    ['another type', '{"text":{"toString":"hi"}}'],
    ['brackets without end', '['.repeat(900)],
    ['a prototype key', '{"text":"hi","__proto__":{"admin":true}}'],
    [
      'a prototype key in Unicode escapes',
      '{"text":"hi","deep":{"\\u005f\\u005fproto\\u005f\\u005f":{"admin":true}}}',
    ],
    ['a constructor key', '{"text":"hi","deep":{"constructor":{"prototype":{"admin":true}}}}'],
    ['a prototype key in depth', '{"text":"hi","deep":{"a":[{"prototype":1}]}}'],
  ])('that holds %s is malformed', async (_name, body) => {
    expect(await read(post(body))).toBe('malformed');
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  test('that is not UTF-8 is malformed, not guessed at', async () => {
    const bytes = Buffer.concat([Buffer.from('{"text":"'), Buffer.of(0xff, 0xc0, 0x80), Buffer.from('"}')]);
    expect(await read(post(bytes))).toBe('malformed');
  });
});

describe('a request that changes something', () => {
  const verdict = (headers: Record<string, string>) => {
    try {
      checkOrigin(new Request(url, { method: 'POST', headers }));
      return 'passes';
    } catch (error) {
      return error instanceof AppError ? error.code : 'another error';
    }
  };
  const own = () => env().PUBLIC_URL;

  test('passes from our own pages', () => {
    expect(verdict({ origin: own() })).toBe('passes');
    expect(verdict({ origin: own(), 'sec-fetch-site': 'same-origin' })).toBe('passes');
    expect(verdict({ origin: `http://127.0.0.1:${env().PORT}` })).toBe('passes');
  });

  test.each([
    ['no origin', {}],
    ['no origin, though the browser says same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['the null origin of a sandbox', { origin: 'null' }],
    ['an empty origin', { origin: '' }],
    ['another port', { origin: 'http://localhost:9999' }],
    ['another scheme', { origin: 'https://localhost:3000' }],
    ['a sibling host', { origin: 'http://evil.localhost:3000' }],
    ['a host that only begins like ours', { origin: 'http://localhost:3000.evil.test' }],
    ['a path behind our origin', { origin: 'http://localhost:3000/' }],
    ['other letters', { origin: 'HTTP://LOCALHOST:3000' }],
    ['two origins', { origin: 'http://localhost:3000, http://evil.test' }],
  ])('is refused with %s', (_name, headers) => {
    expect(verdict(headers)).toBe('bad_origin');
  });

  test.each(['cross-site', 'same-site', 'none', 'SAME-ORIGIN', ''])(
    'is refused when the browser says it came "%s"',
    (site) => {
      expect(verdict({ origin: own(), 'sec-fetch-site': site })).toBe('bad_origin');
    },
  );

  test('is accepted from our origins only, and there are no more than three', () => {
    expect(new Set(allowedOrigins())).toEqual(
      new Set([own(), `http://localhost:${env().PORT}`, `http://127.0.0.1:${env().PORT}`]),
    );
  });
});

describe('an answer', () => {
  const none = {};

  test('to an unexpected failure says nothing of its cause', async () => {
    const response = await route(() => Promise.reject(new Error('relation cs.person, password hunter2')))(
      post('{}'),
      none,
    );
    expect(response.status).toBe(500);
    const body = errorBodySchema.parse(await response.json());
    expect(body.error.code).toBe('internal');
    expect(JSON.stringify(body)).not.toMatch(/hunter2|relation/);
  });

  test('to a database without room is "busy", not "internal"', async () => {
    const full = Object.assign(new Error('pool'), { code: 'P2024' });
    expect((await route(() => Promise.reject(full))(post('{}'), none)).status).toBe(503);
  });

  test('carries when to come back, and is never stored', async () => {
    const refused = new AppError('rate_limited', { retryAfterS: 12.2, headers: { 'RateLimit-Limit': '10' } });
    const response = await route(() => Promise.reject(refused))(post('{}'), none);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('13');
    expect(response.headers.get('ratelimit-limit')).toBe('10');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  test('holds what its schema lists, or does not leave', () => {
    const value = { text: 'hi', secret: 'x' };
    expect(() => jsonResponse(schema, value)).toThrow(z.ZodError);
  });

  test('to a method that is not offered has a body and says which are', async () => {
    const response = await refuseMethods('POST').GET();
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(errorBodySchema.parse(await response.json()).error.code).toBe('method_not_allowed');
  });
});

test('a refusal carries the id that its handler was given', async () => {
  let given = '';
  const handler = route(async (_request, _context, requestId) => {
    given = requestId;
    return Promise.reject(new AppError('not_found'));
  });
  const body = errorBodySchema.parse(await (await handler(new Request(url), {})).json());
  expect(body.error.requestId).toBe(given);
});
