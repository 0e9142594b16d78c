import 'server-only';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { complete } from './wire/complete.ts';
import { parseRequest } from './wire/parse-request.ts';
import { DEMO_MODEL_ID, REQUEST_TIMEOUT_MS } from './wire/policy.ts';
import { readBody } from './wire/read-body.ts';
import { understand } from './understanding/understand.ts';
import { sendError, sendJson, sendStream, sendWhole } from './wire/send.ts';

export type DemoModel = { url: string; close: () => Promise<void> };

/**
 * The scripted demonstration model behind the Chat Completions wire format, on loopback only. `port` 0 picks a free
 * one; `paceMs` lies between two streamed chunks; `name` is the model it answers to. `url` ends in `/v1`, as the official client expects.
 */
export async function startDemoModel(
  options: { port?: number; paceMs?: number; name?: string } = {},
): Promise<DemoModel> {
  const { port = 0, paceMs = 12, name = DEMO_MODEL_ID } = options;
  const server = createServer((request, response) => {
    handle(request, response, { paceMs, name }).catch(() => {
      if (response.headersSent) response.destroy();
      else sendError(response, 'internal');
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // The first sentence read is the slowest, as the examples are learned with it; nobody should wait for it.
  setImmediate(() =>
    understand('Why is my invoice higher than last month?', { intent: 'owe' }, '2026-01-01'),
  );
  const address = server.address();
  const chosen = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${chosen}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answering = { paceMs: number; name: string };

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
): Promise<void> {
  const { name } = answering;
  const path = (request.url ?? '').split('?')[0];
  if (path === '/v1/models' || path === `/v1/models/${name}`) {
    if (request.method !== 'GET') return sendError(response, 'wrong_method');
    const model = { id: name, object: 'model', created: 0, owned_by: 'countersign' };
    return sendJson(response, 200, path === '/v1/models' ? { object: 'list', data: [model] } : model);
  }
  if (path !== '/v1/chat/completions') return sendError(response, 'not_found');
  if (request.method !== 'POST') return sendError(response, 'wrong_method');
  return chat(request, response, answering);
}

async function chat(
  request: IncomingMessage,
  response: ServerResponse,
  { paceMs, name }: Answering,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    response.setHeader('connection', 'close');
    return sendError(response, 'too_large');
  }
  const parsed = parseRequest(body, name);
  if (typeof parsed === 'string') return sendError(response, parsed);
  const completion = complete(parsed);
  return parsed.stream ? sendStream(response, completion, parsed, paceMs) : sendWhole(response, completion);
}
