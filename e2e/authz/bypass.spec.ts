import { expect, test } from '@playwright/test';
import { newId } from '#lib/kernel/ids.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { postChat } from '#e2e/fixtures/post-chat.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { sendRequest, type Received } from '#e2e/fixtures/send-request.ts';

/** Headers with which Next's middleware, caches and routers have been talked past. */
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-prefetch': '1' },
  { 'x-middleware-invoke': '1', 'x-invoke-path': '/about' },
  { 'x-middleware-rewrite': '/invoices', 'x-nextjs-rewrite': '/invoices' },
  { 'x-invoke-status': '200', 'x-invoke-output': '/invoices' },
  { 'x-matched-path': '/invoices' },
  { 'x-nextjs-data': '1' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
  { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
  { 'x-original-url': '/invoices', 'x-rewrite-url': '/invoices' },
  { 'x-prerender-revalidate': 'x', 'x-now-route-matches': '1' },
  { cookie: '__prerender_bypass=x; next-auth.session-token=x' },
  { authorization: 'Bearer x', 'x-user-id': '1', 'x-person-id': '1', 'x-role': 'owner' },
];
/** Endings by which a page's data is fetched without the page. */
const ENDINGS = ['', '?_rsc=abcde', '.rsc', '.json', '.txt', '/', '//', '?__nextDataReq=1'] as const;

/** What Next answers where it was asked for nothing but the route's existence. */
const NOTHING = '{}';

/** As a browser's router does: goes on to the address that Next names for the same page's data. */
async function fetchPage(
  path: string,
  headers: Readonly<Record<string, string>>,
  cookie?: string,
): Promise<Received> {
  const asked = { headers, ...(cookie ? { cookie } : {}) };
  const first = await sendRequest(`${appUrl()}${path}`, asked);
  const next = first.headers.location ?? '';
  return next.includes('_rsc') ? sendRequest(new URL(next, appUrl()).href, asked) : first;
}

function isPrefetch(headers: Readonly<Record<string, string>>): boolean {
  return Object.keys(headers).some((name) => name.includes('prefetch'));
}

let victim: Person;
let pages: readonly string[];
let markers: readonly string[];
test.beforeAll(async () => {
  victim = await makePerson({ spec: 'northwind' });
  const secret = `marker-${newId()}`;
  const { conversationId } = await postChat(victim.cookie, { text: `What do I owe? ${secret}` });
  const [latest] = await readLedger(victim.viewer, (reader) => reader.listInvoices({ limit: 1 }));
  pages = [
    '/',
    `/c/${conversationId}`,
    '/invoices',
    `/invoices/${latest?.number}`,
    '/payments',
    '/plan',
    '/usage',
    '/cases',
    '/admin/inbox',
  ];
  markers = [secret, victim.email, victim.viewer.homeTenantId, 'Design desk', '€'];
});

test('control: with a session the pages and their data do hold what is searched for', async () => {
  const page = await sendRequest(`${appUrl()}/plan`, { cookie: victim.cookie });
  const data = await fetchPage('/plan?_rsc=abcde', { rsc: '1' }, victim.cookie);
  expect(page.text).toContain('Design desk');
  expect(data.text).toContain('Design desk');
});

test('no header and no ending opens a page without a session', async () => {
  for (const path of pages) {
    const endings = path === '/' ? (['', '?_rsc=abcde'] as const) : ENDINGS;
    for (const ending of endings) {
      for (const headers of ending === '' || ending === '?_rsc=abcde' ? HEADERS : HEADERS.slice(0, 3)) {
        const { status, text, headers: answered } = await fetchPage(`${path}${ending}`, headers);
        const where = `${path}${ending} with ${JSON.stringify(headers)}`;
        for (const marker of markers) expect(text, where).not.toContain(marker);
        expect(status, where).not.toBe(500);
        // A refusal leads to sign-in: by status, or inside the page's data. A prefetch gets the empty frame alone.
        const leads = `${answered.location ?? ''}${text}`;
        if (status === 200 && text !== NOTHING && !isPrefetch(headers))
          expect(leads, where).toMatch(/sign-in/);
      }
    }
  }
});

test('no header opens the API without a session', async () => {
  for (const path of [
    '/api/conversations',
    '/api/cases',
    pages[1]?.replace('/c/', '/api/conversations/') ?? '',
  ]) {
    for (const headers of HEADERS) {
      const { status, text } = await fetchPage(path, headers);
      if (text !== NOTHING) expect(status, `${path} with ${JSON.stringify(headers)}`).toBe(401);
      for (const marker of markers) expect(text).not.toContain(marker);
    }
  }
});

test('what one person was shown is stored nowhere from where another could get it', async () => {
  const stranger = await makePerson({ spec: 'acme' });
  for (const path of ['/plan', '/usage', '/api/conversations', '/']) {
    const own = await sendRequest(`${appUrl()}${path}`, { cookie: victim.cookie });
    expect(own.headers['cache-control'], path).toMatch(/no-store/);
    const theirs = await sendRequest(`${appUrl()}${path}`, { cookie: stranger.cookie });
    for (const marker of markers.slice(0, 4)) expect(theirs.text, path).not.toContain(marker);
  }
});
