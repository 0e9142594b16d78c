import { globSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { cookieHeader } from '#scripts/fuzz/http/next-headers.ts';
import { root } from '#scripts/system/paths.ts';

type Context = { params: Promise<Record<string, string | string[]>> };
type Handler = (request: Request, context: Context) => Promise<Response>;
type Route = {
  pattern: RegExp;
  names: readonly string[];
  load: () => Promise<Readonly<Record<string, Handler | undefined>>>;
};

export type ServedApp = { readonly url: string; readonly close: () => void };

/**
 * Every route handler of the application behind a real HTTP server on the loopback: sockets, headers, cookies and streams are real, the
 * framework's renderer is left out. Routes of other builds (`route.lab.ts`) are not served.
 */
export async function serveApp(port: number): Promise<ServedApp> {
  const stub = new URL('../../fuzz/http/next-headers.ts', import.meta.url).href;
  registerHooks({
    // The framework's bundler finds its own modules without their ending.
    resolve: (specifier, context, next) =>
      specifier === 'next/headers'
        ? { url: stub, shortCircuit: true }
        : next(/^next\/[a-z]+$/.test(specifier) ? `${specifier}.js` : specifier, context),
  });
  const routes = readRoutes();
  const server = createServer((incoming, outgoing) => {
    const work = () => answer(routes, incoming, outgoing, port);
    void cookieHeader.run(incoming.headers.cookie ?? '', work).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Folders are addresses; groups in round brackets are not; what is exact comes before what is open. */
function readRoutes(): Route[] {
  const files = globSync('app/api/**/route.ts', { cwd: root });
  return files
    .map(toRoute)
    .toSorted((a, b) => a.names.length - b.names.length || b.pattern.source.length - a.pattern.source.length);
}

function toRoute(file: string): Route {
  const parts = file
    .split(/[\\/]/)
    .slice(1, -1)
    .filter((part) => !/^\(.*\)$/.test(part));
  const names: string[] = [];
  const pattern = parts.map((part) => {
    const name = /^\[+(?:\.{3})?(\w+)\]+$/.exec(part)?.[1];
    if (name === undefined) return `/${part}`;
    names.push(name);
    return part.startsWith('[[') ? '(?:/(.*))?' : part.startsWith('[...') ? '/(.+)' : '/([^/]+)';
  });
  return { pattern: new RegExp(`^${pattern.join('')}/?$`), names, load: () => import(join(root, file)) };
}

async function answer(
  routes: readonly Route[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://127.0.0.1:${port}`);
  const found = routes.find(({ pattern }) => pattern.test(url.pathname));
  const handler = found && (await found.load())[incoming.method ?? 'GET'];
  if (!found || !handler) return void outgoing.writeHead(found ? 405 : 404).end();
  const values = found.pattern.exec(url.pathname)?.slice(1) ?? [];
  const params = Promise.resolve(
    Object.fromEntries(found.names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')])),
  );
  const response = await handler(await toRequest(url, incoming), { params });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) return void outgoing.end();
  for await (const chunk of Readable.from(response.body)) outgoing.write(chunk);
  outgoing.end();
}

async function toRequest(url: URL, incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === 'string') headers.set(name, value);
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const { method = 'GET' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) };
  return new Request(url, { method, headers, ...body });
}
