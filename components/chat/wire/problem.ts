import { ERROR_TABLE, errorBodySchema, isErrorCode } from '#lib/contract/errors.ts';
import { parseLenient } from './parse-lenient.ts';

/** Why a request came to nothing, in the words and the way out that the page offers. */
export type Problem = {
  kind: 'wait' | 'paused' | 'offline' | 'signed-out' | 'gone' | 'running' | 'failed';
  message: string;
  retryable: boolean;
  /** For `wait`: when it may be tried again, in ms since 1970. */
  untilMs?: number;
};

/** Without a Retry-After header, wait this long. */
const FALLBACK_WAIT_S = 20;

export const OFFLINE: Problem = {
  kind: 'offline',
  message:
    'We could not reach the server. Your message is kept; it can be sent again when you are back online.',
  retryable: true,
};

/** A refusal before the stream, by its status and the contract's code. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = parseLenient(errorBodySchema, await response.json().catch(() => null));
  const code = body?.error.code ?? 'internal';
  return problemFromCode(
    isErrorCode(code) ? code : 'internal',
    response.status,
    response.headers.get('retry-after'),
  );
}

function problemFromCode(code: keyof typeof ERROR_TABLE, status: number, retryAfter: string | null): Problem {
  const { sentence, retryable } = ERROR_TABLE[code];
  if (status === 429) {
    const seconds = Number(retryAfter ?? FALLBACK_WAIT_S);
    const waitMs = (Number.isFinite(seconds) && seconds > 0 ? seconds : FALLBACK_WAIT_S) * 1000;
    return { kind: 'wait', message: sentence, retryable: true, untilMs: Date.now() + waitMs };
  }
  if (status === 401) return { kind: 'signed-out', message: 'Your session has ended.', retryable: false };
  if (status === 404)
    return { kind: 'gone', message: 'This conversation is no longer there.', retryable: false };
  if (code === 'paused') return { kind: 'paused', message: sentence, retryable: true };
  if (code === 'in_progress') return { kind: 'running', message: sentence, retryable: true };
  return { kind: 'failed', message: sentence, retryable };
}
