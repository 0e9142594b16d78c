import 'server-only';
import { EgressError, StatusError } from './provider-fetch.ts';

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

export function classifyFailure(error: unknown): Failure {
  const chain = causesOf(error);
  const answered = chain.find((one) => one instanceof StatusError);
  if (answered) return { kind: 'status', status: answered.status, retryAfterMs: answered.retryAfterMs };
  const code = codeOf(chain);
  if (UNREACHED.has(code)) return { kind: 'unsent', isWorthRetrying: true, code };
  const isNobodyAsked = DISTRUSTED.test(code) || chain.some((one) => one instanceof EgressError);
  return isNobodyAsked ? { kind: 'unsent', isWorthRetrying: false, code } : { kind: 'lost', code };
}

/** More came than an answer may have: what was sent is no answer. */
export function isTooMuch(error: unknown): boolean {
  return codeOf(causesOf(error)) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

/** An error and what is behind it: `fetch` and the client each put their own around it. */
function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let at: unknown = error;
  while (at instanceof Error && chain.length < 6) {
    chain.push(at);
    at = at.cause ?? (at instanceof AggregateError ? at.errors[0] : undefined);
  }
  return chain;
}

function codeOf(chain: readonly Error[]): string {
  for (const one of chain)
    if ('code' in one && typeof one.code === 'string' && /^[A-Z0-9_]{2,60}$/.test(one.code)) return one.code;
  return 'none';
}
