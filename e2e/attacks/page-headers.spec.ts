import { expect, test } from '@playwright/test';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { postChat } from '#e2e/fixtures/post-chat.ts';
import { parseCsp, reviewCsp } from '#e2e/fixtures/review-csp.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';

const PAGES = [
  '/',
  '/invoices',
  '/invoices/2026-000000',
  '/payments',
  '/plan',
  '/usage',
  '/about',
  '/sign-in',
  '/c/nope',
  '/nowhere',
] as const;

/** The address of a conversation whose stored bytes were damaged: its page fails. */
async function brokenConversation(person: Person): Promise<string> {
  const { conversationId } = await postChat(person.cookie, { text: 'What do I owe?' });
  await behindTheWalls(`UPDATE message SET body = body || '\\x00'::bytea WHERE conversation_id = $1`, [
    conversationId,
  ]);
  return `/c/${conversationId}`;
}

test('every page, 404 and 500 too, has a content security policy with a nonce of its own and no unsafe script', async () => {
  const owner = await makePerson({ spec: 'northwind' });
  const broken = await brokenConversation(owner);
  const nonces = new Set<string>();
  const asked: { path: string; cookie?: string }[] = PAGES.flatMap((path) => [
    { path },
    { path, cookie: owner.cookie },
  ]);
  asked.push({ path: broken, cookie: owner.cookie });
  for (const { path, cookie } of asked) {
    const { status, headers, text } = await sendRequest(`${appUrl()}${path}`, { cookie });
    if (path === broken) expect(status).toBe(500);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).not.toBe('');
    expect(await reviewCsp(policy), `${path}: findings of medium severity and above`).toEqual([]);
    const { directives } = await parseCsp(policy);
    const scripts = directives['script-src'] ?? [];
    expect(scripts.join(' '), path).not.toMatch(/unsafe-(inline|eval|hashes)/);
    const nonce = /'nonce-([^']+)'/.exec(scripts.join(' '))?.[1] ?? '';
    expect(nonces.has(nonce), `${path} has a nonce that was used before`).toBe(false);
    nonces.add(nonce);
    for (const tag of text.match(/<script\b[^>]*>/g) ?? []) expect(tag, path).toContain(`nonce="${nonce}"`);
    for (const name of ['connect-src', 'img-src', 'font-src', 'form-action', 'style-src', 'default-src'])
      expect(
        (directives[name] ?? []).filter((source) => !["'self'", 'data:', "'unsafe-inline'"].includes(source)),
        `${path} ${name}`,
      ).toEqual([]);
    expect(directives['frame-ancestors'], path).toEqual(["'none'"]);
    expect(directives['object-src'], path).toEqual(["'none'"]);
    expect(directives['base-uri'], path).toEqual(["'none'"]);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-frame-options'], path).toBe('DENY');
    expect(headers, path).not.toHaveProperty('x-powered-by');
  }
});

test('control: the review does object to a weak policy', async () => {
  expect(await reviewCsp("default-src 'self'; script-src 'self' 'unsafe-inline' https:")).not.toEqual([]);
});
