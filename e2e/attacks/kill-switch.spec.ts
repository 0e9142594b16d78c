import { appUrl } from '#e2e/fixtures/app-url.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { postChat, refusalOf } from '#e2e/fixtures/post-chat.ts';
import { ownPage, sendRequest } from '#e2e/fixtures/send-request.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

/** What the switch promises, and how long a clock may be read after the moment that counts. */
const WITHIN_MS = 1_000;
const READING_MS = 50;

async function throwSwitch(admin: Person, tenantId: string, change: object): Promise<number> {
  const url = appUrl();
  const sent = await sendRequest(`${url}/api/switches`, {
    method: 'POST',
    cookie: admin.cookie,
    headers: ownPage(url),
    body: JSON.stringify({ scope: 'tenant', subject: tenantId, reason: 'Something is wrong', ...change }),
  });
  return sent.status;
}

test(
  'thrown in one process, nothing of a customer’s answer leaves another after a second, and none begins in either',
  { tag: '@once' },
  async ({ faulty }) => {
    const [owner, bystander, admin] = [
      await makePerson({ spec: 'northwind' }),
      await makePerson({ spec: 'acme' }),
      await makePerson({ role: 'admin' }),
    ];
    const { homeTenantId } = owner.viewer;
    const { provider, app } = faulty;
    const sentAtMs: number[] = [];
    provider.script({ mode: 'endless', paceMs: 20, onPiece: () => sentAtMs.push(performance.now()) });
    const answering = postChat(owner.cookie, { text: 'What do I owe?' }, { url: app.url });
    await expect.poll(() => sentAtMs.length).toBeGreaterThan(20);
    const asked = provider.received.at(-1);

    expect(await throwSwitch(admin, homeTenantId, { paused: true })).toBe(200);
    const thrownAtMs = performance.now();
    const answer = await answering;

    // By when the provider sent the last word that came through, so that a slow reader proves nothing and spoils nothing.
    const words = [...answer.answer.matchAll(/word (\d+) /g)].map(([, number]) => Number(number));
    const last = sentAtMs[words.at(-1) ?? -1] ?? Infinity;
    expect(words.length).toBeGreaterThan(0);
    expect(last).toBeLessThanOrEqual(thrownAtMs + WITHIN_MS + READING_MS);
    expect(answer.events.filter(({ event }) => event === 'error')).toMatchObject([
      { data: { code: 'paused' } },
    ]);
    expect(answer.events.at(-1)).toMatchObject({ event: 'done', data: { finish: 'error' } });
    await expect.poll(() => asked?.abortedAtMs ?? null).not.toBeNull();

    const before = provider.received.length;
    for (const url of [appUrl(), app.url]) {
      const refused = await postChat(owner.cookie, { text: 'And now?' }, { url });
      expect([refused.status, refusalOf(refused)]).toEqual([503, 'paused']);
    }
    expect(provider.received.length).toBe(before);
    provider.script({ mode: 'text', text: 'Nothing is paused here.' });
    expect((await postChat(bystander.cookie, { text: 'And I?' }, { url: app.url })).status).toBe(200);

    const [row] = await behindTheWalls<{ at: Date }>(
      `SELECT updated_at AS at FROM flag WHERE scope = 'tenant' AND subject = $1`,
      [homeTenantId],
    );
    expect(await throwSwitch(admin, homeTenantId, { paused: false, seen: row?.at.toISOString() })).toBe(200);
    await expect
      .poll(async () => (await postChat(owner.cookie, { text: 'Again?' }, { url: app.url })).status)
      .toBe(200);
  },
);
