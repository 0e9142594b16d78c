import { AppError } from '#lib/kernel/errors.ts';
import type { Episode } from './episode.ts';

/** The code of a refusal; anything else that was thrown is an assertion of the code, and noted as one. */
export function refusedWith(episode: Episode, error: unknown): string {
  if (error instanceof AppError) return error.code;
  episode.assertions.push(
    error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : typeof error,
  );
  return 'thrown';
}
