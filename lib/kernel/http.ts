import 'server-only';
import { fault } from '#faults';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ERROR_TABLE, type ErrorBody, type ErrorCode } from '#lib/contract/errors.ts';
import { env } from './env.ts';
import { AppError, reduceError, toAppError } from './errors.ts';
import { newId } from './ids.ts';
import { log } from './log.ts';

/** Every answer to a signed-in person: never stored by a browser or a proxy. */
export const PRIVATE_HEADERS = {
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;
type NamedHandler<Context> = (request: Request, context: Context, requestId: string) => Promise<Response>;

/**
 * Wraps a route handler: whatever it throws becomes the contract's error body and one log line. The id that it is handed is
 * the one that both carry, so that audit entries under it can be found from what a person quotes.
 */
export function route<Context = unknown>(handler: NamedHandler<Context>): Handler<Context> {
  return async (request, context) => {
    const requestId = newId();
    try {
      return await handler(request, context, requestId);
    } catch (error) {
      return refuse(request, requestId, toAppError(error), error);
    }
  };
}

function refuse(request: Request, requestId: string, error: AppError, original: unknown): Response {
  const { status } = ERROR_TABLE[error.code];
  const cause = reduceError(error.cause ?? original);
  const line = { requestId, method: request.method, route: routeOf(request), status, code: error.code };
  if (status >= 500)
    log.error('request.failed', {
      ...line,
      errorName: cause.name,
      errorCode: cause.code,
      frame: frameOf(original),
    });
  else log.info('request.refused', line);
  return errorResponse(error.code, { requestId, retryAfterS: error.retryAfterS, headers: error.headers });
}

/** `/api/conversations` for everything below it: a path may hold what someone typed. */
function routeOf(request: Request): string {
  return new URL(request.url).pathname.split('/').slice(0, 3).join('/').slice(0, 40);
}

/** Where an unexpected error came from: file and line, never its message. */
function frameOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof AppError) return undefined;
  return error.stack
    ?.split('\n')
    .find((line) => line.trim().startsWith('at '))
    ?.trim()
    .slice(0, 160);
}

/** A refusal: the status, sentence and body that the error table has for this code. */
export function errorResponse(
  code: ErrorCode,
  options: { requestId?: string; retryAfterS?: number | undefined; headers?: Record<string, string> } = {},
): Response {
  const body: ErrorBody = {
    error: { code, message: ERROR_TABLE[code].sentence, requestId: options.requestId ?? randomUUID() },
  };
  const headers: Record<string, string> = { ...PRIVATE_HEADERS, ...options.headers };
  if (options.retryAfterS !== undefined)
    headers['Retry-After'] = String(Math.max(1, Math.ceil(options.retryAfterS)));
  return Response.json(body, { status: ERROR_TABLE[code].status, headers });
}

/** A DTO, parsed by its own schema so that nothing unlisted leaves. */
export function jsonResponse<Schema extends z.ZodType>(
  schema: Schema,
  value: z.input<Schema>,
  status = 200,
): Response {
  return Response.json(schema.parse(value), { status, headers: PRIVATE_HEADERS });
}

/** A file to be kept by its reader, in pieces. Leaving ends the generator, and with it whatever it holds. */
export function fileResponse(
  pieces: AsyncGenerator<Uint8Array>,
  file: { name: string; type: string; bytes: number },
): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers: { ...fileHeaders(file), 'Content-Length': String(file.bytes) } });
}

/** A small file to be kept by its reader. */
export function textFileResponse(text: string, file: { name: string; type: string }): Response {
  return new Response(text, { headers: fileHeaders(file) });
}

function fileHeaders({ name, type }: { name: string; type: string }) {
  const disposition = `attachment; filename="${name}"`;
  return { ...PRIVATE_HEADERS, 'Content-Type': type, 'Content-Disposition': disposition };
}

/** Handlers that refuse every method a route does not offer, with the contract's body: `export const { GET, … } = refuseMethods('POST')`. */
export function refuseMethods(...offered: string[]) {
  const handler = async () => errorResponse('method_not_allowed', { headers: { Allow: offered.join(', ') } });
  return { GET: handler, POST: handler, PUT: handler, PATCH: handler, DELETE: handler };
}

/**
 * Refuses a request that another site's page could have made. State-changing requests must carry our exact Origin;
 * browsers also say `Sec-Fetch-Site`, which then has to agree.
 */
export function checkOrigin(request: Request): void {
  if (fault('origin-not-checked')) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null || !allowedOrigins().includes(origin)) throw new AppError('bad_origin');
  if (site !== null && site !== 'same-origin') throw new AppError('bad_origin');
}

/** Refuses a read that another site's page, or a browser before anybody asked, has made: for what can be read only once. */
export function checkSite(request: Request): void {
  const purpose = request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? '';
  if (/prefetch|preview|prerender/iu.test(purpose)) throw new AppError('bad_origin');
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new AppError('bad_origin');
}

/** `PUBLIC_URL`, and outside production both loopback spellings of our own port. */
export function allowedOrigins(): string[] {
  const { PUBLIC_URL, PORT, PRODUCTION } = env();
  const own = new URL(PUBLIC_URL).origin;
  return PRODUCTION ? [own] : [own, `http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`];
}

/**
 * The one way a JSON body is read: content type, size cap in bytes while it arrives, no prototype keys, strict schema.
 * Throws `unsupported_media`, `too_large` or `malformed`.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<z.output<Schema>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported_media');
  const parsed = schema.safeParse(parseJson(await readCapped(request, maxBytes)));
  if (!parsed.success) throw new AppError('malformed');
  return parsed.data;
}

/** The body as text, at most `maxBytes` of it. Throws `too_large`, or `malformed` where it is not UTF-8. */
export async function readCapped(message: Request | Response, maxBytes: number): Promise<string> {
  if (Number(message.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('too_large');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of message.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new AppError('too_large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError('malformed');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, refusePrototypeKeys);
  } catch {
    throw new AppError('malformed');
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new AppError('malformed');
  return value;
}
