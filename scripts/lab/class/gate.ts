import { randomUUID } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { ERROR_TABLE, type ErrorCode } from '#lib/contract/errors.ts';
import { isPrivateAddress } from './addresses.ts';
import { createBuckets } from './buckets.ts';
import {
  GATE_BODY_MAX_BYTES,
  GATE_LIMITS,
  type GateVerdict,
  JOIN_PATH,
  judgeRequest,
  passedCookies,
  passedHeaders,
} from './gate-rules.ts';

/** The gate of a class: what stands between the local network and the app, which itself listens on this machine alone. */
export type Gate = { readonly url: string; readonly close: () => Promise<void> };

type GateOptions = {
  /** A private address of this machine. */
  readonly address: string;
  readonly port: number;
  /** The app's own, as `http://127.0.0.1:3100`: the origin its pages have on this machine. */
  readonly app: string;
  /** The origin that the app takes for its own. */
  readonly origin: string;
  /** A steady clock, in milliseconds: what the limits count by. */
  readonly clock?: () => number;
};

/** Answers of the app that are about one connection, not about what was asked. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'set-cookie']);

/**
 * Opens the gate. Plain http is all that a room without a name can have, so it is held to private addresses, on both sides.
 * @throws {Error} where the address is not a private one
 */
export async function openGate(options: GateOptions): Promise<Gate> {
  if (!isPrivateAddress(options.address)) throw new Error(`${options.address} is no private address.`);
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const limits = {
    player: createBuckets(GATE_LIMITS.player),
    address: createBuckets(GATE_LIMITS.address),
    join: createBuckets(GATE_LIMITS.join),
  };
  const standing = { clock: () => performance.now(), ...options, agent, limits };
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (incoming, outgoing) => {
    void answer(incoming, outgoing, standing).catch(() => outgoing.destroy());
  });
  server.maxConnections = 1_000;
  server.on('connection', (socket) => {
    if (!isPrivateAddress(socket.remoteAddress ?? '')) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.address, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
      agent.destroy();
    });
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : options.port;
  return { url: urlOf(options.address, port), close };
}

/** The gate of a class whose app runs on this port of this machine. */
export function openGateTo(appPort: number, place: Pick<GateOptions, 'address' | 'port'>): Promise<Gate> {
  const { address, port } = place;
  return openGate({
    address,
    port,
    app: `http://127.0.0.1:${appPort}`,
    origin: `http://localhost:${appPort}`,
  });
}

/** The address of a gate, as people type it. */
export function urlOf(address: string, port: number): string {
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

type Buckets = Record<keyof typeof GATE_LIMITS, ReturnType<typeof createBuckets>>;
type Standing = Required<GateOptions> & { agent: Agent; limits: Buckets };

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, at: Standing): Promise<void> {
  const verdict = judgeRequest(incoming.method ?? '', incoming.url ?? '', incoming.headers.cookie);
  const refusal = refusalOf(incoming, at) ?? tooMuch(incoming, verdict, at);
  if (refusal) return refuse(incoming, outgoing, refusal);
  if (verdict.to === 'nowhere') return refuse(incoming, outgoing, 'not_found');
  if (verdict.to === 'join') {
    const query = URL.parse(incoming.url ?? '', 'http://gate')?.search ?? '';
    outgoing.writeHead(302, { Location: `/lab/join${query}`, 'Cache-Control': 'no-store' }).end();
    return;
  }
  await pass(incoming, outgoing, verdict.path, at);
}

/** Why a request is not even looked at. A page that another name leads to is a stranger's: it could read our answers. */
function refusalOf(incoming: IncomingMessage, { address }: Standing): ErrorCode | null {
  const { host, origin } = incoming.headers;
  const local = incoming.socket.localPort ?? 0;
  const own = urlOf(address, local);
  if (host !== new URL(own).host && `http://${host}` !== own) return 'bad_origin';
  if (origin !== undefined && origin !== own) return 'bad_origin';
  if (Number(incoming.headers['content-length'] ?? 0) > GATE_BODY_MAX_BYTES) return 'too_large';
  return incoming.headers['transfer-encoding'] === undefined ? null : 'malformed';
}

/** Counts a request by where it leads, not by how it is spelled: guesses of the code are few, whoever makes them. */
function tooMuch(incoming: IncomingMessage, verdict: GateVerdict, at: Standing): ErrorCode | null {
  const { limits } = at;
  const nowMs = at.clock();
  const from = incoming.socket.remoteAddress ?? '';
  if (!limits.address.take(from, nowMs)) return 'rate_limited';
  const isGuess = verdict.to === 'app' && verdict.path.split('?')[0] === JOIN_PATH;
  const player = verdict.to === 'app' ? (verdict.player ?? '') : '';
  const isRoom = isGuess ? limits.join.take(from, nowMs) : limits.player.take(`${from} ${player}`, nowMs);
  return isRoom ? null : 'rate_limited';
}

/** A refusal as the app itself would put it. */
function refuse(incoming: IncomingMessage, outgoing: ServerResponse, code: ErrorCode): void {
  const { status, sentence } = ERROR_TABLE[code];
  incoming.resume();
  outgoing.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'private, no-store',
    ...(status === 429 ? { 'Retry-After': '2' } : {}),
    Connection: 'close',
  });
  outgoing.end(JSON.stringify({ error: { code, message: sentence, requestId: randomUUID() } }));
}

/** Hands a request on and its answer back, piece by piece as each side reads. */
async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  path: string,
  { app, origin, agent }: Standing,
): Promise<void> {
  const headers = passedHeaders(incoming.headers, origin);
  const onward = request(`${app}${path}`, { method: incoming.method ?? 'GET', headers, agent });
  outgoing.once('close', () => onward.destroy());
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve);
    onward.once('error', reject);
  });
  const sent = pipeline(incoming, onward).catch(() => undefined);
  const response = await answered.catch(() => null);
  if (!response) {
    if (!outgoing.headersSent && !outgoing.destroyed) refuse(incoming, outgoing, 'busy');
    return;
  }
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined && !HOP_BY_HOP.has(name)) outgoing.setHeader(name, value);
  const cookies = passedCookies(response.headers['set-cookie']);
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  outgoing.writeHead(response.statusCode ?? 502);
  await pipeline(response, outgoing).catch(() => undefined);
  await sent;
}
