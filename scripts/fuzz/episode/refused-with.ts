import { AppError, reduceError, toAppError } from '#lib/kernel/errors.ts';
import type { Episode } from './episode.ts';

/**
 * The code of a refusal; anything else that was thrown is an assertion of the code, and noted as one. A database that is not
 * there is no assertion: the route answers that it is busy.
 */
export function refusedWith(episode: Episode, error: unknown): string {
  const { code } = toAppError(error);
  if (error instanceof AppError || code === 'busy') return code;
  episode.assertions.push(describe(error));
  return 'thrown';
}

/** Prisma begins with an empty line and the call, and says at the end what was wrong; the code is often all there is. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, code } = reduceError(error);
  return `${name} (${code}): ${error.message.trim().split('\n').at(-1)}`;
}
