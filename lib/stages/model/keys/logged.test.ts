import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { root } from '#scripts/system/paths.ts';

const run = promisify(execFile);
const KEYS = ['sk-logged-first-0001', 'sk-logged-second-0002'] as const;
const ASK = `
  const { chooseModel } = await import('#lib/stages/model/choose-model.ts');
  const request = { messages: [{ role: 'user', content: 'Hello' }], tools: [], maxOutputTokens: 5, userPseudonym: 'p', signal: AbortSignal.timeout(20000) };
  for (let count = 0; count < 2; count += 1)
    try { for await (const _ of chooseModel().stream(request)); } catch (error) { console.error(error); }
  console.log(chooseModel());
`;

test('a process that loses its keys says so in its log, and prints none of them', async () => {
  const provider = await startFaultyProvider();
  provider.refuse(...KEYS);
  const { stdout, stderr } = await run(
    process.execPath,
    ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', ASK],
    {
      cwd: root,
      env: {
        ...process.env,
        LOG_LEVEL: 'info',
        OPENAI_BASE_URL: provider.url,
        OPENAI_API_KEYS: KEYS.join(','),
      },
    },
  );
  expect(stdout).toContain('"msg":"model.provider_key_refused"');
  expect(stdout).toContain('"msg":"model.provider_last_key_refused"');
  expect(stderr).toContain('model_unavailable');
  expect(provider.received.map(({ authorization }) => authorization.slice(7))).toEqual([...KEYS, KEYS[1]]);
  for (const key of KEYS) expect(`${stdout}${stderr}`).not.toContain(key.slice(3));
  await provider.close();
});
