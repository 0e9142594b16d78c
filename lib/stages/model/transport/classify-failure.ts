import 'server-only';
import OpenAI from 'openai';

/** Why a call brought no stream. `unsent`: the request never left, so that it can have cost nothing. */
export type Failure =
  | { kind: 'status'; status: number; retryAfterMs: number | null }
  | { kind: 'unsent'; isWorthRetrying: boolean; code: string }
  | { kind: 'lost'; code: string };

/** Nobody was reached. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Who was reached is not who was meant: trying again changes nothing. */
const DISTRUSTED = /^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

export function classifyFailure(error: unknown, nowMs = Date.now()): Failure {
  if (error instanceof OpenAI.APIError && typeof error.status === 'number')
    return { kind: 'status', status: error.status, retryAfterMs: retryAfterMs(error.headers, nowMs) };
  const code = codeOf(error);
  if (UNREACHED.has(code)) return { kind: 'unsent', isWorthRetrying: true, code };
  if (DISTRUSTED.test(code) || hasName(error, 'EgressError'))
    return { kind: 'unsent', isWorthRetrying: false, code };
  return { kind: 'lost', code };
}

/** How long the provider asks to be left alone, in milliseconds: `retry-after-ms`, seconds, or a date. Null where it says nothing usable. */
export function retryAfterMs(headers: Headers | undefined, nowMs: number): number | null {
  const exact = readNumber(headers?.get('retry-after-ms'));
  if (exact !== null) return exact;
  const text = headers?.get('retry-after') ?? '';
  const seconds = readNumber(text);
  if (seconds !== null) return seconds * 1_000;
  const at = text.trim().endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

function readNumber(text: string | null | undefined): number | null {
  return text && /^\d{1,9}(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;
}

/** The first code along the chain of causes; `fetch` and the client each put their own error around it. */
function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z0-9_]{2,60}$/.test(at.code)) return at.code;
    if (at instanceof AggregateError && at.errors[0] instanceof Error) at.cause ??= at.errors[0];
  }
  return 'none';
}

function hasName(error: unknown, name: string): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if (at.name === name) return true;
  return false;
}
