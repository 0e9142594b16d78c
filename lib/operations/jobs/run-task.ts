import 'server-only';
import { Logger, type TaskList } from 'graphile-worker';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Task } from './task.ts';

/** The tasks as graphile-worker takes them. */
export function taskList(tasks: readonly Task[]): TaskList {
  return Object.fromEntries(tasks.map((task) => [task.name, (payload: unknown) => runTask(task, payload)]));
}

export async function runTask(task: Task, _payload: unknown): Promise<void> {
  try {
    await task.run();
  } catch (error) {
    const { name, code } = reduceError(error);
    log.error('task.failed', { task: task.name, errorName: name, errorCode: code });
    // graphile-worker stores and prints what it catches; a driver error would quote its arguments.
    throw new Error(`Task ${task.name} failed (${name} ${code})`);
  }
}

/** graphile-worker's own lines name tasks and times only; its error lines come through `runTask`. */
export function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn('worker.message', { code: message.slice(0, 60) });
  });
}
