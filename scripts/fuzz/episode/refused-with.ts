import { AppError, toAppError } from '#lib/kernel/errors.ts';
import type { Episode } from './episode.ts';

/**
 * The code of a refusal; anything else that was thrown is an assertion of the code, and noted as one. A database that is not
 * there is no assertion: the route answers that it is busy.
 */
export function refusedWith(episode: Episode, error: unknown): string {
  const { code } = toAppError(error);
  if (error instanceof AppError || code === 'busy') return code;
  episode.assertions.push(
    error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : typeof error,
  );
  return 'thrown';
}
