import { expect, test, vi } from 'vitest';

const request = () => ({
  messages: [{ role: 'user' as const, content: 'What do I owe?' }],
  tools: [],
  maxOutputTokens: 10,
  userPseudonym: 'nobody',
  signal: AbortSignal.timeout(5_000),
});

test('without a provider and without a demonstration model no message goes anywhere', async () => {
  vi.resetModules();
  for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'DEMO_MODEL_URL']) vi.stubEnv(name, '');
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: unknown) => {
    asked.push(String(url));
    return Promise.reject(new TypeError('Nobody asks with this.'));
  });
  const { chooseModel, providerInUse } = await import('./choose-model.ts');
  await expect(Array.fromAsync(chooseModel().stream(request()))).rejects.toMatchObject({
    code: 'model_unavailable',
    // Nothing listens on this machine's port 2: the request did not leave.
    cause: { code: 'unsent_ECONNREFUSED' },
  });
  expect(asked).toEqual([]);
  expect(providerInUse()).toBeNull();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
