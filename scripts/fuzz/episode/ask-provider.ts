import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { ModelPort } from '#lib/kernel/model-port.ts';
import { allowed } from '#lib/kernel/log.ts';
import { rememberKeys } from '#lib/kernel/secrets/redact.ts';
import { describeProvider } from '#lib/stages/model/families/describe-provider.ts';
import { forbidsFallback } from '#lib/stages/model/fallback/forbids-fallback.ts';
import { withFallback } from '#lib/stages/model/fallback/with-fallback.ts';
import { createKeyRing, type KeyRing } from '#lib/stages/model/keys/key-ring.ts';
import { openaiModel } from '#lib/stages/model/openai-model.ts';
import type { Episode } from './episode.ts';

const quiet = () => undefined;

/** A provider that refuses everything, and remembers by which key it was asked. */
async function refusing<T>(work: (url: string, keys: readonly string[]) => Promise<T>): Promise<T> {
  const keys: string[] = [];
  const server = createServer((request, response) => {
    keys.push((request.headers.authorization ?? '').slice(7));
    request.resume();
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`, keys);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const modelAt = (baseUrl: string, keys: KeyRing) =>
  openaiModel({ baseUrl, family: 'other', keys, model: 'm', scripted: false, firstByteMs: 20_000 });

async function ask(model: ModelPort): Promise<void> {
  const request = {
    messages: [{ role: 'user' as const, content: 'Hello' }],
    tools: [],
    maxOutputTokens: 5,
    userPseudonym: 'p',
    signal: AbortSignal.timeout(60_000),
  };
  try {
    for await (const _event of model.stream(request));
  } catch {
    // It refuses: what counts is by which key it was asked.
  }
}

export async function leakKey(episode: Episode): Promise<void> {
  const [leaked, next] = [secretKey(), secretKey()];
  rememberKeys([leaked, next]);
  const used = await refusing(async (url, keys) => {
    const ring = createKeyRing([leaked, next], quiet);
    ring.replace([next]);
    await ask(modelAt(url, ring));
    return [...keys];
  });
  const logged = JSON.stringify(allowed({ errorCode: `401 for ${leaked}` }));
  episode.notes.push({
    kind: 'provider',
    revokedKeyUsed: used.includes(leaked),
    forbiddenAsked: false,
    logged,
    key: leaked,
  });
}

export async function askForbiddenSecond(episode: Episode): Promise<void> {
  const asked = await refusing((first) =>
    refusing(async (second, keys) => {
      const notice = describeProvider('https://api.openai.com/v1');
      const one = { first: notice, second: notice, keepsMore: true, table: 'hipaa' } as const;
      const ring = () => createKeyRing([secretKey()], quiet);
      const isAllowed = () => forbidsFallback(one) === null;
      await ask(withFallback(modelAt(first, ring()), modelAt(second, ring()), isAllowed));
      return keys.length;
    }),
  );
  episode.notes.push({
    kind: 'provider',
    revokedKeyUsed: false,
    forbiddenAsked: asked > 0,
    logged: '',
    key: 'none',
  });
}

/** Of no shape that is known: it is taken out because it is remembered. */
function secretKey(): string {
  return `zz${randomBytes(16).toString('hex')}`;
}
