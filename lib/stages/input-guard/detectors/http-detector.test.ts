import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpDetector } from './http-detector.ts';
import type { DetectorName } from './policy.ts';

type Asked = { authorization: string; body: unknown };
const servers: Server[] = [];
const asked: Asked[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  asked.splice(0);
});

/** A detector's service that answers like this. */
async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      asked.push({ authorization: request.headers.authorization ?? '', body });
      answer(response);
    })();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/guard`;
}

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
async function judge(name: DetectorName, answer: (response: ServerResponse) => void, timeoutMs = 2_000) {
  const url = await serve(answer);
  const detector = httpDetector({ name, url, apiKey: 'the-key', timeoutMs });
  return detector.judge('Why is it higher?', new AbortController().signal);
}

// As these services answer, with the fields that are not read.
const LAKERA = (flagged: boolean) => ({
  flagged,
  metadata: { request_uuid: 'a3c1f0a2-0001-4000-8000-000000000001' },
});
const OPENAI = (...flagged: boolean[]) => ({
  id: 'modr-1',
  model: 'omni-moderation-latest',
  results: flagged.map((one) => ({
    flagged: one,
    categories: { harassment: one, 'self-harm': false },
    category_scores: { harassment: one ? 0.93 : 0.0001, 'self-harm': 0.00002 },
    category_applied_input_types: { harassment: ['text'] },
  })),
});

describe('a verdict', () => {
  it.each([
    ['lakera', LAKERA(true), 'flag'],
    ['lakera', LAKERA(false), 'pass'],
    ['openai-moderation', OPENAI(false, true), 'flag'],
    ['openai-moderation', OPENAI(false), 'pass'],
    ['http', { flagged: true }, 'flag'],
    ['http', { flagged: false, why: 'fine' }, 'pass'],
  ] as const)('of %s is read from its own form: %j', async (name, answer, expected) => {
    expect(await judge(name, json(answer))).toBe(expected);
  });

  it('is asked for in the form of each, with the key', async () => {
    for (const name of ['lakera', 'openai-moderation', 'http'] as const)
      await judge(name, json(name === 'openai-moderation' ? OPENAI(false) : LAKERA(false)));
    expect(asked.map(({ body }) => body)).toEqual([
      { messages: [{ role: 'user', content: 'Why is it higher?' }] },
      { model: 'omni-moderation-latest', input: 'Why is it higher?' },
      { text: 'Why is it higher?' },
    ]);
    expect(asked.every(({ authorization }) => authorization === 'Bearer the-key')).toBe(true);
  });
});

describe('no verdict', () => {
  it.each([
    ['a status', json({ flagged: false }, 503)],
    ['another form', json({ verdict: 'fine' })],
    ['an empty list of results', json(OPENAI())],
    ['no JSON', (response: ServerResponse) => response.end('<html>')],
    ['more than a verdict needs', (response: ServerResponse) => response.end(' '.repeat(80_000))],
    ['a broken connection', (response: ServerResponse) => response.destroy()],
    [
      'a way to somewhere else',
      (response: ServerResponse) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    ],
  ] as const)('is %s', async (_what, answer) => {
    await expect(judge('openai-moderation', answer)).rejects.toBeInstanceOf(Error);
  });

  it('is silence, after the time that was set', async () => {
    const startedMs = performance.now();
    await expect(judge('http', () => undefined, 150)).rejects.toBeInstanceOf(Error);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
