import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person, signedIn } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { errorBodySchema } from '#lib/contract/errors.ts';
import {
  erasedSchema,
  erasePreviewSchema,
  exportBegunSchema,
  exportListSchema,
  receiptKeySchema,
} from '#lib/contract/privacy.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import { verifyReceipt } from '#lib/kernel/receipt/verify-receipt.ts';
import { goOnWithPrivacy } from '#lib/operations/privacy/work.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import * as erase from './me/erase/route.ts';
import * as exportOf from './me/exports/[id]/route.ts';
import * as file from './me/exports/[id]/file/route.ts';
import * as exports from './me/exports/route.ts';
import * as receiptKey from './receipts/key/route.ts';
import * as receipts from './receipts/[token]/route.ts';

const jar = vi.hoisted(() => ({ cookie: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      jar.cookie.startsWith(`${name}=`) ? { value: jar.cookie.slice(name.length + 1) } : undefined,
  }),
}));

let person: Person;
beforeEach(async () => {
  person = await makePerson();
  jar.cookie = person.cookie;
});
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

function request(path: string, body?: unknown, headers: Record<string, string> = {}): Request {
  const all = { origin: env().PUBLIC_URL, 'content-type': 'application/json', ...headers };
  return new Request(
    `${env().PUBLIC_URL}${path}`,
    body === undefined ? { headers: all } : { method: 'POST', headers: all, body: JSON.stringify(body) },
  );
}
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const said = async (response: Response) =>
  `${response.status} ${errorBodySchema.parse(await response.json()).error.code}`;
const actions = async () =>
  (
    await behindTheWalls<{ action: string }>(
      "SELECT action FROM audit_entry WHERE person_id = $1 AND action LIKE 'privacy.%' ORDER BY at, id",
      [person.viewer.personId],
    )
  ).map(({ action }) => action);

describe('copies over HTTP', () => {
  test('are asked for, made in the background, and fetched once as a file that is never cached', async () => {
    await storeTurn(person, { text: 'What do I owe?' });
    const begun = await exports.POST(request('/api/me/exports', {}), {});
    expect(begun.status).toBe(202);
    const { exportId } = exportBegunSchema.parse(await begun.json());
    expect(await (await exportOf.GET(request('/'), at(exportId))).json()).toMatchObject({
      status: 'waiting',
      progress: 0,
    });
    expect(await said(await file.GET(request('/'), at(exportId)))).toBe('404 not_found');
    await goOnWithPrivacy();
    expect(exportListSchema.parse(await (await exports.GET(request('/'), {})).json()).exports).toMatchObject([
      { exportId, status: 'ready', progress: 100 },
    ]);

    for (const [header, value] of [
      ['sec-fetch-site', 'cross-site'],
      ['sec-purpose', 'prefetch;prerender'],
    ] as const)
      expect(await said(await file.GET(request('/', undefined, { [header]: value }), at(exportId)))).toBe(
        '403 bad_origin',
      );
    expect((await file.HEAD(request('/'), at(exportId))).status).toBe(405);
    const fetched = await file.GET(request('/'), at(exportId));
    expect(fetched.status).toBe(200);
    expect(fetched.headers.get('cache-control')).toBe('private, no-store');
    expect(fetched.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z-]+\d{4}-\d\d-\d\d\.zip"$/,
    );
    const bytes = new Uint8Array(await fetched.arrayBuffer());
    expect(bytes.length).toBe(Number(fetched.headers.get('content-length')));
    expect(strFromU8(unzipSync(bytes)['export.json'] ?? new Uint8Array())).toContain('What do I owe?');
    expect(await said(await file.GET(request('/'), at(exportId)))).toBe('404 not_found');
    expect(await actions()).toEqual([
      'privacy.export_requested',
      'privacy.export_built',
      'privacy.export_downloaded',
    ]);
  });

  test('that are left halfway are gone: what was stored is deleted, and the key is destroyed', async () => {
    const { exportId } = exportBegunSchema.parse(await (await exports.POST(request('/', {}), {})).json());
    await goOnWithPrivacy();
    const { body } = await file.GET(request('/'), at(exportId));
    await body?.cancel();
    expect(await behindTheWalls('SELECT 1 FROM export_chunk WHERE export_id = $1', [exportId])).toEqual([]);
    expect(
      await behindTheWalls('SELECT 1 FROM data_key WHERE scope_id = $1 AND wrapped IS NOT NULL', [exportId]),
    ).toEqual([]);
  });

  test('are nobody else’s business, and not to be asked for from another site', async () => {
    const { exportId } = exportBegunSchema.parse(await (await exports.POST(request('/', {}), {})).json());
    expect(await said(await exports.POST(request('/', {}, { origin: 'https://evil.test' }), {}))).toBe(
      '403 bad_origin',
    );
    expect(await said(await exports.POST(request('/', { personId: newId() }), {}))).toBe('400 malformed');
    jar.cookie = (await makePerson()).cookie;
    for (const id of [exportId, newId(), 'x', '__proto__']) {
      expect(await said(await exportOf.GET(request('/'), at(id)))).toBe('404 not_found');
      expect(await said(await file.GET(request('/'), at(id)))).toBe('404 not_found');
    }
    jar.cookie = '';
    expect(await said(await exports.POST(request('/', {}), {}))).toBe('401 no_session');
    expect(await said(await file.GET(request('/'), at(exportId)))).toBe('401 no_session');
  });
});

describe('erasure over HTTP', () => {
  const preview = async (query = '') => {
    const response = await erase.GET(request(`/api/me/erase${query}`), {});
    return response.status === 200 ? erasePreviewSchema.parse(await response.json()) : said(response);
  };

  test('is previewed, asked for, receipted, and the receipt is fetched by its token when nobody can sign in any more', async () => {
    await storeTurn(person, { text: 'Mine' });
    const shown = await preview();
    expect(shown).toMatchObject({ scope: 'account', confirm: person.email, proof: 'sign_in', held: false });
    expect(shown).toHaveProperty(
      'goes',
      expect.arrayContaining([expect.objectContaining({ category: 'messages', count: 2 })]),
    );
    const response = await erase.POST(request('/', { scope: 'account', confirm: person.email }), {});
    expect(response.status).toBe(202);
    const erased = erasedSchema.parse(await response.json());
    expect(erased.status).toBe('done');
    expect(await preview()).toBe('401 no_session');

    jar.cookie = '';
    const token = (given: string) => ({ params: Promise.resolve({ token: given }) });
    const again = await receipts.GET(request('/'), token(erased.receiptToken));
    expect(erasedSchema.parse(await again.json())).toEqual(erased);
    for (const other of ['', 'x', `${erased.receiptToken}x`, erased.receipt?.receiptId ?? ''])
      expect(await said(await receipts.GET(request('/'), token(other)))).toBe('404 not_found');
    const { publicKey } = receiptKeySchema.parse(await (await receiptKey.GET(request('/'), {})).json());
    expect(verifyReceipt(erased.receipt, publicKey)).toBe('genuine');
    expect(await actions()).toEqual(['privacy.erasure_begun', 'privacy.erased']);
  });

  test('is refused in a session that was left open, from another site, and by a body with more in it', async () => {
    const body = { scope: 'account', confirm: person.email };
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 6 * 60_000 });
    const old = await signedIn(person.viewer, person.email);
    vi.useRealTimers();
    jar.cookie = old.cookie;
    expect(await said(await erase.POST(request('/', body), {}))).toBe('403 step_up_required');
    jar.cookie = person.cookie;
    expect(await said(await erase.POST(request('/', body, { origin: 'https://evil.test' }), {}))).toBe(
      '403 bad_origin',
    );
    for (const bad of [
      { ...body, personId: newId() },
      { scope: 'everything', confirm: 'x' },
      { scope: 'conversation', confirm: 'erase' },
      { ...body, confirm: 'yes' },
    ])
      expect(await said(await erase.POST(request('/', bad), {}))).toBe('400 malformed');
    expect(await preview()).toMatchObject({ scope: 'account' });
  });

  test('of a conversation is of one’s own alone', async () => {
    const { conversationId } = await storeTurn(await makePerson(), { text: 'Theirs' });
    for (const id of [conversationId, newId(), 'x'])
      expect(await preview(`?conversationId=${id}`)).toBe('404 not_found');
    const body = { scope: 'conversation', conversationId, confirm: 'erase' };
    expect(await said(await erase.POST(request('/', body), {}))).toBe('404 not_found');
  });
});
