import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FaultyProvider, startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelAlert } from '#lib/kernel/model-alert.ts';
import type { ModelEvent, ModelRequest, ModelUsage } from '#lib/kernel/model-port.ts';
import { createKeyRing } from './keys/key-ring.ts';
import { type ModelSettings, openaiModel } from './openai-model.ts';
import { BREAKER_FAILURES, MAX_RETRIES } from './policy.ts';
import { createNews } from './provider-news.ts';
import { providerFetch } from './transport/provider-fetch.ts';

/** In milliseconds; short only where a test waits for the end of one. */
const waits = vi.hoisted(() => ({ callMs: 60_000, breakerMs: 60_000 }));
// Shorter waits; everything else is the real thing.
vi.mock('./policy.ts', async (original) => ({
  ...(await original()),
  RETRY_BASE_MS: 10,
  CONNECT_MS: 1_000,
  BETWEEN_CHUNKS_MS: 2_000,
  get CALL_MS() {
    return waits.callMs;
  },
  get BREAKER_OPEN_MS() {
    return waits.breakerMs;
  },
  MAX_WIRE_BYTES: 300_000,
}));

let provider: FaultyProvider;
let spent: ModelUsage[] = [];
let alerts: ModelAlert[] = [];
beforeAll(async () => {
  provider = await startFaultyProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  spent = [];
  alerts = [];
  Object.assign(waits, { callMs: 60_000, breakerMs: 60_000 });
});

const request = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [{ role: 'user', content: 'Why is it higher?' }],
  tools: [],
  maxOutputTokens: 100,
  userPseudonym: 'p-1',
  signal: new AbortController().signal,
  onBroken: (usage) => spent.push(usage),
  ...over,
});
const model = (over: Partial<ModelSettings> = {}) =>
  openaiModel({
    baseUrl: provider.url,
    family: 'openai',
    keys: createKeyRing(['key-of-the-test'], (alert) => alerts.push(alert)),
    model: 'a-model',
    scripted: false,
    firstByteMs: 10_000,
    news: createNews((alert) => alert.kind !== 'provider_works' && alerts.push(alert), 'first'),
    ...over,
  });
type Outcome = { text: string; code: string; cause: unknown };

async function ask(using = model(), over: Partial<ModelRequest> = {}): Promise<Outcome> {
  const events: ModelEvent[] = [];
  const text = () => events.map((event) => (event.type === 'text' ? event.delta : '')).join('');
  try {
    for await (const event of using.stream(request(over))) events.push(event);
    return { text: text(), code: 'answered', cause: null };
  } catch (error) {
    const known = error instanceof AppError;
    return { text: text(), code: known ? error.code : String(error), cause: known ? error.cause : error };
  }
}
const asked = async (work: () => Promise<Outcome>) => {
  const before = provider.received.length;
  const outcome = await work();
  return { ...outcome, requests: provider.received.length - before };
};
const busy = (status: number, retryAfter?: string) =>
  ({ mode: 'status', status, ...(retryAfter ? { retryAfter } : {}) }) as const;
const hello = { mode: 'text', text: 'Hello.' } as const;

describe('a call is tried again', () => {
  test.each([408, 409, 429, 500, 503])('after status %i, and costs what its answer says', async (status) => {
    provider.script(busy(status), busy(status), hello);
    expect(await asked(() => ask())).toMatchObject({ text: 'Hello.', code: 'answered', requests: 3 });
    expect(spent).toEqual([]);
  });

  test('a bounded number of times', async () => {
    provider.script(busy(500));
    expect(await asked(() => ask())).toMatchObject({ code: 'model_unavailable', requests: MAX_RETRIES + 1 });
    expect(spent).toEqual([]);
  });

  test('when the provider asks for it, and never sooner', async () => {
    provider.script(busy(429, '1'), hello);
    const began = performance.now();
    expect(await ask()).toMatchObject({ code: 'answered' });
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  });

  test('never where it asks for more patience than a person has, or refuses for good', async () => {
    for (const refusal of [busy(429, '3600'), busy(400), busy(401), busy(403), busy(404)]) {
      provider.script(refusal);
      expect(await asked(() => ask())).toMatchObject({ code: 'model_unavailable', requests: 1 });
    }
  });

  test('never after the first byte: what came is booked once', async () => {
    for (const behaviour of [
      { mode: 'drop', text: 'Your invoice' },
      { mode: 'stall', text: 'Your invoice' },
      { mode: 'unfinished', text: 'Your invoice' },
    ] as const) {
      spent = [];
      provider.script(behaviour, hello);
      const outcome = await asked(() => ask());
      expect(outcome).toMatchObject({ text: 'Your invoice', requests: 1 });
      expect(spent).toEqual([{ inputTokens: expect.any(Number), outputTokens: 12, estimated: true }]);
    }
  });

  test('never where the request left and nobody answered: it may have been carried out, and is booked', async () => {
    provider.script({ mode: 'silent' }, hello);
    expect(await asked(() => ask(model({ firstByteMs: 1_000 })))).toMatchObject({
      code: 'model_unavailable',
      cause: { code: 'late' },
      requests: 1,
    });
    expect(spent).toEqual([{ inputTokens: expect.any(Number), outputTokens: 0, estimated: true }]);
  });

  test('not once somebody said stop: a wait between two tries ends at once and costs nothing', async () => {
    provider.script(busy(429, '5'), hello);
    const leaving = new AbortController();
    let leftAtMs = 0;
    // Late enough for the refusal to have come on a busy machine, and long before it says to come back.
    setTimeout(() => {
      leftAtMs = performance.now();
      leaving.abort(new AppError('paused'));
    }, 1_500);
    expect(await asked(() => ask(model(), { signal: leaving.signal }))).toMatchObject({
      code: 'paused',
      requests: 1,
    });
    expect(performance.now() - leftAtMs).toBeLessThan(3_000);
    expect(spent).toEqual([]);
  });

  test('where nobody is reached, and then costs nothing', async () => {
    expect(await ask(model({ baseUrl: 'http://127.0.0.1:2/v1' }))).toMatchObject({
      code: 'model_unavailable',
      cause: { code: 'unsent_ECONNREFUSED' },
    });
    expect(spent).toEqual([]);
  });
});

describe('every phase has an end', () => {
  test('connecting: a machine that takes the call and does not speak', async () => {
    const mute = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const address = mute.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const began = performance.now();
    // TLS belongs to connecting: the handshake never comes.
    expect(await ask(model({ baseUrl: `https://127.0.0.1:${port}/v1` }))).toMatchObject({
      cause: { code: 'unsent_UND_ERR_CONNECT_TIMEOUT' },
    });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(spent).toEqual([]);
    mute.close();
  });

  test('the whole call: an answer that drips and never ends', async () => {
    waits.callMs = 2_000;
    provider.script({ mode: 'endless', paceMs: 100, piece: 'x' });
    const began = performance.now();
    expect(await ask()).toMatchObject({ code: 'model_unavailable' });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(spent).toHaveLength(1);
    await expect.poll(() => provider.received.at(-1)?.abortedAtMs).not.toBeNull();
  });

  test('the wire: a line without an end is cut at the cap, and its sender told so', async () => {
    provider.script({ mode: 'flood' });
    expect(await ask()).toMatchObject({ code: 'model_malformed', text: '' });
    await expect.poll(() => provider.received.at(-1)?.abortedAtMs).not.toBeNull();
    expect(spent).toHaveLength(1);
  });

  test('the wire: nothing but comments', async () => {
    provider.script({ mode: 'garbage', body: ': still here\n\n'.repeat(50_000) });
    expect(await ask()).toMatchObject({ code: 'model_malformed' });
  });
});

describe('a provider that does not answer', () => {
  test('is left alone after a while, is told of, and is tried by one call until it is back', async () => {
    const using = model();
    provider.script(busy(503));
    for (let count = 0; count < BREAKER_FAILURES; count += 1) await ask(using);
    expect(alerts).toEqual([
      { kind: 'provider_not_answering', facts: { code: 'status_503', provider: 'first' } },
    ]);
    provider.script(hello);
    expect(await asked(() => ask(using))).toMatchObject({ requests: 0, cause: { code: 'not_asked' } });
    waits.breakerMs = 0;
    expect(await asked(() => ask(using))).toMatchObject({ code: 'answered', requests: 1 });
    expect(await asked(() => ask(using))).toMatchObject({ code: 'answered', requests: 1 });
    expect(spent).toEqual([]);
  });

  test('is not one that refuses: its limit is no outage', async () => {
    const using = model();
    provider.script(busy(429, '60'));
    for (let count = 0; count < BREAKER_FAILURES + 1; count += 1)
      expect(await asked(() => ask(using))).toMatchObject({ requests: 1 });
    expect(alerts).toEqual([]);
  });
});

describe('the only machine that is asked is the provider’s', () => {
  test.each([
    'http://127.0.0.1:1/v1',
    'https://127.0.0.1/v1',
    'http://localhost:80/v1',
    'http://metadata.test/',
  ])('not %s', async (elsewhere) => {
    const fetchLike = providerFetch(provider.url);
    await expect(fetchLike(elsewhere, { method: 'POST' })).rejects.toThrow('Only the configured provider');
  });

  test('and of its errors only the status goes on', async () => {
    provider.script(busy(500));
    const asking = providerFetch(provider.url)(`${provider.url}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'm', messages: [] }),
    });
    await expect(asking).rejects.toThrow(/^The provider answered with status 500\.$/);
  });
});
