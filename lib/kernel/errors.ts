import 'server-only';
import { ERROR_TABLE, type ErrorCode } from '#lib/contract/errors.ts';

/** The one error that crosses rooms. `code` decides status and sentence; `cause` is for the log alone. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterS: number | undefined;
  /** `RateLimit-*` and the like, for answers that carry them. */
  readonly headers: Record<string, string>;

  constructor(
    code: ErrorCode,
    options: { retryAfterS?: number; cause?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(ERROR_TABLE[code].sentence, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryAfterS = options.retryAfterS;
    this.headers = options.headers ?? {};
  }
}

/** Codes by which Prisma and PostgreSQL say "no connection to be had": the caller may try again. */
const BUSY_CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
  '53300',
  '57P01',
  '57P02',
  '57P05',
  // A key-encryption key was retired while this process still had the older ring: the next try reads the newer one.
  'CSK01',
  '57P03',
  '08006',
  '08001',
  'connection_lost',
  // What Prisma's adapter calls an error of the socket, and of a server that has no room.
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
]);

/** The driver gives these no code: the line went dead, and nobody knows whether what was asked was done; or every connection is in use. */
const LOST_CONNECTION =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Any thrown value as an `AppError`. Driver errors print their arguments, so only their name and code survive,
 * as `cause`; the original is never logged.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reduced = reduceError(error);
  // A value that does not open in its place: whatever the reason, it says this and only this.
  if (reduced.name === 'CipherError') return new AppError('unreadable', { cause: reduced });
  return new AppError(BUSY_CODES.has(reduced.code) ? 'busy' : 'internal', { cause: reduced });
}

/** What may be logged of an error: its class and a short code, never its message. */
export function reduceError(error: unknown): { name: string; code: string } {
  if (!(error instanceof Error)) return { name: typeof error, code: 'none' };
  return { name: error.name, code: codeOf(error) };
}

type SaidBehind = { originalCode?: unknown; kind?: unknown };
type PrismaMeta = { code?: unknown; driverAdapterError?: { cause?: SaidBehind } };

function codeOf(error: Error): string {
  const { code, meta, cause } = error as Error & { code?: unknown; meta?: PrismaMeta; cause?: SaidBehind };
  // Of a raw query Prisma says only that it failed; what PostgreSQL said stands behind it, or what became of the socket. Between
  // queries, as at a commit, the adapter's own error comes through.
  const behind = meta?.driverAdapterError?.cause ?? cause;
  const found = [behind?.originalCode, behind?.kind, code, meta?.code].find(
    (value) => typeof value === 'string' && /^[A-Za-z0-9_]{2,40}$/.test(value),
  );
  if (typeof found === 'string') return found;
  return LOST_CONNECTION.test(error.message) ? 'connection_lost' : 'none';
}
