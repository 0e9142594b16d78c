import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeAuthority, type Made } from '#e2e/fixtures/make-certificate.ts';
import { createKeyRing } from '../keys/key-ring.ts';
import { openaiModel } from '../openai-model.ts';
import type { TlsFiles } from './provider-fetch.ts';
import { readTlsFiles } from './read-tls-files.ts';

vi.mock('../policy.ts', async (original) => ({ ...(await original()), RETRY_BASE_MS: 5 }));

const folder = mkdtempSync(join(tmpdir(), 'cs-tls-'));
let authority: Made;
let client: Made;
let server: Server;
let baseUrl = '';
const callers: string[] = [];

beforeAll(async () => {
  authority = makeAuthority('authority of the test');
  client = authority.issue('countersign');
  const own = authority.issue('provider');
  server = createServer(
    { cert: own.cert, key: own.key, ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    (incoming, outgoing) => {
      const socket: unknown = incoming.socket;
      callers.push(isTls(socket) ? String(socket.getPeerCertificate().subject.CN) : '');
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      outgoing.end(
        `data: ${JSON.stringify({ choices: [{ delta: { content: 'Hello.' }, finish_reason: 'stop' }] })}\n\n`,
      );
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function isTls(socket: unknown): socket is TLSSocket {
  return typeof socket === 'object' && socket !== null && 'getPeerCertificate' in socket;
}
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

async function ask(tls: TlsFiles): Promise<string> {
  const model = openaiModel({
    baseUrl,
    family: 'vllm',
    keys: createKeyRing(['none'], () => undefined),
    model: 'a-model',
    scripted: false,
    firstByteMs: 5_000,
    tls,
  });
  const events = await Array.fromAsync(
    model.stream({
      messages: [{ role: 'user', content: 'Hello' }],
      tools: [],
      maxOutputTokens: 10,
      userPseudonym: 'p-1',
      signal: new AbortController().signal,
    }),
  );
  return events.map((event) => (event.type === 'text' ? event.delta : '')).join('');
}

describe('a provider that wants to see who we are', () => {
  test('is shown our certificate, and is believed for its issuer’s', async () => {
    const tls = readTlsFiles({
      cert: file('cert.pem', client.cert),
      key: file('key.pem', client.key),
      ca: file('ca.pem', authority.cert),
    });
    expect(await ask(tls)).toBe('Hello.');
    expect(callers).toEqual(['countersign']);
  });

  test('gets no word without it', async () => {
    await expect(ask({ ca: authority.cert })).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(callers).toHaveLength(1);
  });

  test('nor does anybody whose issuer is not the one that we know, and nobody tries twice', async () => {
    const stranger = makeAuthority('somebody else');
    for (const ca of [stranger.cert, undefined]) {
      const tls = { cert: client.cert, key: client.key, ...(ca ? { ca } : {}) };
      await expect(ask(tls)).rejects.toMatchObject({
        code: 'model_unavailable',
        cause: { code: expect.stringMatching(/^unsent_/) },
      });
    }
    expect(callers).toHaveLength(1);
  });
});

test('files that can’t be used are named by their setting, and never quoted', () => {
  const secret = file('not.pem', 'the private words of a key');
  expect(() => readTlsFiles({ cert: '', key: secret, ca: '' })).toThrow(
    /^OPENAI_TLS_KEY_FILE: the file is no PEM\.$/,
  );
  expect(() => readTlsFiles({ cert: join(folder, 'none'), key: '', ca: '' })).toThrow(
    /^OPENAI_TLS_CERT_FILE: /,
  );
  const other = makeAuthority('another').issue('other');
  const mixed = { cert: file('own.pem', client.cert), key: file('other.pem', other.key), ca: '' };
  expect(() => readTlsFiles(mixed)).toThrow(/can’t be used together/);
  expect(readTlsFiles({ cert: '', key: '', ca: '' })).toEqual({});
});
