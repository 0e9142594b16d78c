import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Task } from './task.ts';

/** How soon what failed is tried again: a process that has just started may find a database that is busy. */
const RETRY_MS = 15 * SECOND_MS;

/**
 * Does in this process, worker or not, what tasks ask to be done in every process: at once, then again and again. A failure is a line
 * in the log, and is tried again soon. Returns a stop.
 */
export function startTimers(tasks: readonly Task[]): () => void {
  const stops = tasks.flatMap(({ name, inEveryProcess }) =>
    inEveryProcess ? [repeat(name, inEveryProcess)] : [],
  );
  return () => {
    for (const stop of stops) stop();
  };
}

function repeat(name: string, { run, everyMs }: NonNullable<Task['inEveryProcess']>): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = (ms: number) => {
    if (isStopped) return;
    timer = setTimeout(() => void work(), ms);
    timer.unref();
  };
  const work = async () => {
    try {
      await run();
      again(everyMs);
    } catch (error) {
      const { name: errorName, code: errorCode } = reduceError(error);
      log.warn('timer.failed', { task: name, errorName, errorCode });
      again(RETRY_MS);
    }
  };
  void work();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
