import type { SentCallDto } from '#lib/contract/sent.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Behaviour } from '#e2e/fixtures/faulty-behaviour.ts';
import { type FaultyProvider, startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelAlert } from '#lib/kernel/model-alert.ts';
import type { ModelEvent, ModelPort, ModelRequest, ModelUsage } from '#lib/kernel/model-port.ts';
import { createKeyRing } from '../keys/key-ring.ts';
import { openaiModel } from '../openai-model.ts';
import { BREAKER_FAILURES } from '../policy.ts';
import { createNews, type ProviderOrder } from '../provider-news.ts';
import { withFallback } from './with-fallback.ts';

vi.mock('../policy.ts', async (original) => ({ ...(await original()), RETRY_BASE_MS: 1 }));

let first: FaultyProvider;
let second: FaultyProvider;
let alerts: ModelAlert[] = [];
let spent: { model: string | undefined; usage: ModelUsage }[] = [];
let sent: SentCallDto[] = [];
let isAllowed = true;
beforeAll(async () => {
  first = await startFaultyProvider();
  second = await startFaultyProvider();
});
afterAll(() => Promise.all([first.close(), second.close()]));
beforeEach(() => {
  [alerts, spent, sent, isAllowed] = [[], [], [], true];
  first.refuse();
  second.refuse();
  second.script({ mode: 'text', text: 'From the second.' });
});

const partOf = (provider: FaultyProvider, order: ProviderOrder) => {
  const news = createNews((alert) => alerts.push(alert), order);
  return openaiModel({
    baseUrl: provider.url,
    family: 'openai',
    keys: createKeyRing([`key-of-${order}`], news.raise),
    model: `${order}-model`,
    scripted: false,
    firstByteMs: 20_000,
    news,
    order,
  });
};
const both = () => withFallback(partOf(first, 'first'), partOf(second, 'second'), () => isAllowed);

async function ask(model: ModelPort, over: Partial<ModelRequest> = {}) {
  const before = [first.received.length, second.received.length] as const;
  const events: ModelEvent[] = [];
  let code = 'answered';
  try {
    for await (const event of model.stream({
      messages: [{ role: 'user', content: 'Why?' }],
      tools: [],
      maxOutputTokens: 10,
      userPseudonym: 'p',
      signal: new AbortController().signal,
      onBroken: (usage, by) => spent.push({ usage, model: by }),
      onSent: (one) => sent.push(one),
      ...over,
    }))
      events.push(event);
  } catch (error) {
    code = error instanceof AppError ? error.code : String(error);
  }
  const last = events.at(-1);
  return {
    code,
    text: events.map((event) => (event.type === 'text' ? event.delta : '')).join(''),
    by: last?.type === 'finish' ? last.model : null,
    asked: [first.received.length - before[0], second.received.length - before[1]],
  };
}

describe('the second provider answers', () => {
  test.each([
    ['errs', { mode: 'status', status: 503 }],
    ['is busy for long', { mode: 'status', status: 429, retryAfter: '600' }],
    ['refuses its last key', { mode: 'status', status: 401 }],
  ] as const)('where the first one %s, and is named in what was sent and used', async (_what, behaviour) => {
    first.script(behaviour satisfies Behaviour);
    const answer = await ask(both());
    expect(answer).toMatchObject({ code: 'answered', text: 'From the second.', by: 'second-model' });
    expect(answer.asked[1]).toBe(1);
    expect(second.received.at(-1)?.authorization).toBe('Bearer key-of-second');
    expect(sent.map(({ model, isSecond }) => [model, isSecond])).toEqual([
      ['first-model', false],
      ['second-model', true],
    ]);
    expect(sent.map(({ body }) => body)).toEqual([first.received.at(-1)?.raw, second.received.at(-1)?.raw]);
    expect(spent).toEqual([]);
  });

  test('where nobody listens at the first one’s address', async () => {
    const gone = await startFaultyProvider();
    await gone.close();
    const model = withFallback(partOf(gone, 'first'), partOf(second, 'second'), () => true);
    expect(await ask(model)).toMatchObject({ by: 'second-model' });
  });

  test('once the first one’s breaker is open, at once: a call that was lost is paid for, and asked for nowhere else', async () => {
    first.script({ mode: 'hang-up' });
    const model = both();
    for (let count = 0; count < BREAKER_FAILURES; count += 1)
      expect(await ask(model)).toMatchObject({ code: 'model_unavailable', asked: [1, 0] });
    expect(spent.map(({ model: by }) => by)).toEqual(
      Array.from({ length: BREAKER_FAILURES }, () => 'first-model'),
    );
    expect(await ask(model)).toMatchObject({ by: 'second-model', asked: [0, 1] });
    expect(alerts.map(({ kind, facts }) => [kind, facts.provider])).toEqual([
      ['provider_not_answering', 'first'],
      ['provider_works', 'second'],
    ]);
  });
});

describe('the second provider is not asked', () => {
  const fails = { mode: 'status', status: 503 } as const;

  test('while the first one answers', async () => {
    first.script({ mode: 'text', text: 'From the first.' });
    expect(await ask(both())).toMatchObject({ text: 'From the first.', by: 'first-model', asked: [1, 0] });
  });

  test('after the first byte, whatever becomes of the answer then', async () => {
    for (const behaviour of [
      { mode: 'drop', text: 'half' },
      { mode: 'unfinished', text: 'half' },
      { mode: 'garbage', body: 'data: {"choices":[{"delta":{"content":"half"}}]}\n\ndata: {{\n\n' },
    ] as const) {
      first.script(behaviour);
      const answer = await ask(both());
      expect(answer).toMatchObject({ text: 'half', asked: [1, 0] });
      expect(answer.code).not.toBe('answered');
    }
  });

  test('after the first event even where the break says that nothing was carried out', async () => {
    const broken: ModelPort = {
      name: 'first-model',
      scripted: false,
      async *stream() {
        yield { type: 'text', delta: 'half' };
        await Promise.resolve();
        throw new AppError('model_unavailable', { cause: { name: 'ProviderError', code: 'status_503' } });
      },
    };
    const model = withFallback(broken, partOf(second, 'second'), () => true);
    expect(await ask(model)).toMatchObject({ code: 'model_unavailable', text: 'half', asked: [0, 0] });
  });

  test('where the first one refuses what it was asked: that is no outage', async () => {
    for (const status of [400, 403, 404, 422]) {
      first.script({ mode: 'status', status });
      expect(await ask(both())).toMatchObject({ code: 'model_unavailable', asked: [1, 0] });
    }
  });

  test('where privacy forbids it, a flag names its model, or the person left', async () => {
    first.script(fails);
    isAllowed = false;
    expect((await ask(both())).asked[1]).toBe(0);
    isAllowed = true;
    const mayAsk = (model: string) => model !== 'second-model';
    expect((await ask(both(), { mayAsk })).asked[1]).toBe(0);
    expect((await ask(both(), { signal: AbortSignal.abort(new Error('left')) })).asked).toEqual([0, 0]);
    expect((await ask(both())).asked[1]).toBe(1);
  });

  test('any further once a flag names its model: its answer stops with the next piece', async () => {
    first.script(fails);
    second.script({ mode: 'endless', paceMs: 2 });
    let pieces = 0;
    const answer = await ask(both(), { mayAsk: () => (pieces += 1) < 4 });
    expect(answer).toMatchObject({ code: 'paused', asked: [3, 1] });
    expect(spent.map(({ model }) => model)).toEqual(['second-model']);
  });
});

test('where neither answers, the turn ends as it does with one provider', async () => {
  first.script({ mode: 'status', status: 500 });
  second.script({ mode: 'status', status: 500 });
  expect(await ask(both())).toMatchObject({ code: 'model_unavailable', asked: [3, 3] });
});
