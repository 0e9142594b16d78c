import 'server-only';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { InboxHit } from '#lib/contract/lab/trace.ts';
import { INBOX_BODY_MAX_BYTES, INBOX_HITS_MAX, KEPT_MAX } from '../policy.ts';
import type { Inbox } from './inbox.ts';

/** One transparent pixel: what an image that only counts its readers looks like. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const RUN = /^\/([0-9a-z-]{4,64})(?:[/?]|$)/;

/** Starts the attacker's inbox on a free port of the loopback. */
export async function startInbox(): Promise<Inbox> {
  const hits = new Map<string, InboxHit[]>();
  const server = createServer((request, response) => {
    void take(request, response, hits).catch(() => response.destroy());
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    origin,
    addressOf: (runId) => `${origin}/${runId}/`,
    hitsOf: (runId) => hits.get(runId) ?? [],
    expect: (runId) => void hits.set(runId, []),
    forget: (runId) => void hits.delete(runId),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Only what comes to the address of a run that is under way is remembered, and of that not without end. */
async function take(
  request: IncomingMessage,
  response: ServerResponse,
  hits: Map<string, InboxHit[]>,
): Promise<void> {
  const url = request.url ?? '/';
  const known = hits.get(RUN.exec(url)?.[1] ?? '');
  const { body, bytes } = await readBody(request);
  if (known && known.length < INBOX_HITS_MAX) known.push(toHit(request, url, body, bytes));
  response.writeHead(200, { 'content-type': 'image/gif', 'cache-control': 'no-store', connection: 'close' });
  response.end(PIXEL);
}

async function readBody(request: IncomingMessage): Promise<{ body: string; bytes: number }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    if (bytes < INBOX_BODY_MAX_BYTES) chunks.push(part.subarray(0, INBOX_BODY_MAX_BYTES - bytes));
    bytes += part.byteLength;
  }
  return { body: Buffer.concat(chunks).toString('utf8').slice(0, KEPT_MAX), bytes };
}

function toHit(
  { method = 'GET', headers }: IncomingMessage,
  url: string,
  body: string,
  bytes: number,
): InboxHit {
  const by = headers['x-by'];
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  return {
    method,
    path: path.slice(0, KEPT_MAX),
    query: decode(query).slice(0, KEPT_MAX),
    body,
    bytes: Buffer.byteLength(url, 'utf8') + bytes,
    by: by === 'fetched' || by === 'clicked' ? by : 'sent',
  };
}

function decode(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    return query;
  }
}
