import 'server-only';
import { createHash } from 'node:crypto';
import { createClient } from '@redis/client';
import { AppError, reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import { REDIS_CONNECT_MS, REDIS_TIMEOUT_MS } from '../policy.ts';
import { REDIS_CLOCK, type ScriptName, scriptText } from './scripts.ts';

export type RunScript = (name: ScriptName, ...args: readonly string[]) => Promise<unknown>;
export type RedisConnection = { readonly run: RunScript; readonly close: () => Promise<void> };

/**
 * Runs the scripts on a Redis, one round trip each. What does not answer in time, or at all, is `busy`: nothing is admitted that nobody
 * counted.
 */
export function connectRedis(
  url: string,
  prefix: string,
  { clock = REDIS_CLOCK, timeoutMs = REDIS_TIMEOUT_MS } = {},
): RedisConnection {
  const client = makeClient(url);
  client.on('error', (error: unknown) => {
    const { name, code } = reduceError(error);
    log.warn('redis.failed', { errorName: name, errorCode: code });
  });
  const texts = new Map<ScriptName, { text: string; sha: string }>();
  let connected: Promise<unknown> | undefined;
  const run: RunScript = async (name, ...args) => {
    const known = texts.get(name) ?? withSha(scriptText(name, clock));
    texts.set(name, known);
    try {
      connected ??= client.connect();
      if (!client.isReady) await inTime(connected, timeoutMs);
      return await inTime(send(client, known, prefix, args), timeoutMs);
    } catch (error) {
      throw new AppError('busy', { retryAfterS: 1, cause: error });
    }
  };
  return { run, close: () => closed(client) };
}

type Client = ReturnType<typeof makeClient>;

function makeClient(url: string) {
  return createClient({
    url,
    // A command that can't be sent now is refused now.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: REDIS_CONNECT_MS,
      reconnectStrategy: (tries: number) => Math.min(100 * 2 ** tries, REDIS_CONNECT_MS),
    },
  });
}

async function send(
  client: Client,
  { text, sha }: { text: string; sha: string },
  prefix: string,
  args: readonly string[],
): Promise<unknown> {
  const options = { keys: [prefix], arguments: [...args] };
  try {
    return await client.evalSha(sha, options);
  } catch (error) {
    // A Redis that was started anew has not seen it yet. It did nothing, so it can be sent again.
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return client.eval(text, options);
    throw error;
  }
}

function withSha(text: string) {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('Redis took too long')), timeoutMs);
  // Whichever loses is nobody's unhandled rejection.
  work.catch(() => undefined);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

async function closed(client: Client): Promise<void> {
  if (client.isOpen) client.destroy();
}
