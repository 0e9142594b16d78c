import OpenAI from 'openai';
import { expect, test, vi } from 'vitest';

test('without a provider and without a demonstration model no message goes anywhere', async () => {
  for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'DEMO_MODEL_URL']) vi.stubEnv(name, '');
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string | URL | Request) => {
    asked.push(new URL(url instanceof Request ? url.url : url).hostname);
    return Promise.reject(new OpenAI.APIConnectionError({}));
  });
  const { chooseModel } = await import('./choose-model.ts');
  const stream = chooseModel().stream({
    messages: [{ role: 'user', content: 'What do I owe?' }],
    tools: [],
    maxOutputTokens: 10,
    userPseudonym: 'nobody',
    signal: AbortSignal.timeout(5_000),
  });
  await expect(Array.fromAsync(stream)).rejects.toMatchObject({ code: 'model_unavailable' });
  expect(new Set(asked)).toEqual(new Set(['127.0.0.1']));
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
