import 'server-only';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Task } from './task.ts';

/**
 * Does in this process, worker or not, what tasks ask to be done in every process: at once, then again and again. A failure is a line
 * in the log; the next time is another try. Returns a stop.
 */
export function startTimers(tasks: readonly Task[]): () => void {
  const timers = tasks.flatMap(({ name, inEveryProcess }) => {
    if (!inEveryProcess) return [];
    const work = () =>
      inEveryProcess.run().catch((error: unknown) => {
        const { name: errorName, code: errorCode } = reduceError(error);
        log.warn('timer.failed', { task: name, errorName, errorCode });
      });
    void work();
    const timer = setInterval(work, inEveryProcess.everyMs);
    timer.unref();
    return [timer];
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
