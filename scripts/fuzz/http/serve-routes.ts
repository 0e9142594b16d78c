import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { registerHooks } from 'node:module';
import { Readable } from 'node:stream';
import { listening, type Spoken } from '../world/watch-database.ts';
import { cookieHeader } from './next-headers.ts';

export type Routes = {
  readonly url: string;
  readonly listenTo: (episode: string, spoken: Spoken[]) => void;
  readonly close: () => void;
};
/** Runs work where the episode runs: a request that came over a socket would not know its planted faults. */
type Inside = ReturnType<typeof AsyncLocalStorage.snapshot>;
type Handler = (request: Request) => Promise<Response>;

/** Which episode a request belongs to, for what the database says while it is answered. */
export const EPISODE_HEADER = 'x-fuzz-episode';

/**
 * The route handlers of the chat and of approvals behind a real HTTP server on the loopback: sockets, headers, cookies and
 * streams are real, the framework's router and renderer are left out.
 */
export async function serveRoutes(port: number): Promise<Routes> {
  const stub = new URL('./next-headers.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'next/headers' ? { url: stub, shortCircuit: true } : next(specifier, context),
  });
  const chat = await import('../../../app/api/chat/route.ts');
  const approval = await import('../../../app/api/approvals/[id]/route.ts');
  const episodes = new Map<string, { spoken: Spoken[]; inside: Inside }>();
  const find = (method: string, path: string): Handler | undefined => {
    if (path === '/api/chat') return method === 'POST' ? (request) => chat.POST(request, {}) : undefined;
    const id = /^\/api\/approvals\/([^/]+)$/.exec(path)?.[1];
    if (id === undefined) return undefined;
    const context = { params: Promise.resolve({ id }) };
    if (method === 'POST') return (request) => approval.POST(request, context);
    return (request) => approval.GET(request, context);
  };
  const server = createServer((incoming, outgoing) => {
    const episode = episodes.get(String(incoming.headers[EPISODE_HEADER] ?? ''));
    const inside = episode?.inside ?? ((run: () => void) => run());
    const handler = find(incoming.method ?? 'GET', incoming.url ?? '/');
    const work = () =>
      cookieHeader.run(incoming.headers.cookie ?? '', () => answer(handler, incoming, outgoing, port));
    inside(() => {
      void listening.run(episode?.spoken ?? [], work).catch(() => outgoing.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    listenTo: (episode, spoken) =>
      void episodes.set(episode, { spoken, inside: AsyncLocalStorage.snapshot() }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  handler: Handler | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
): Promise<void> {
  if (!handler) {
    outgoing.writeHead(405).end();
    return;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === 'string') headers.set(name, value);
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const body = incoming.method === 'POST' ? { body: Buffer.concat(chunks) } : {};
  const url = `http://127.0.0.1:${port}${incoming.url ?? '/'}`;
  const response = await handler(new Request(url, { method: incoming.method ?? 'GET', headers, ...body }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  for await (const chunk of Readable.from(response.body)) outgoing.write(chunk);
  outgoing.end();
}
