import 'server-only';
import { Logger, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Task } from './task.ts';

const payloadSchema = z.object({ ids: z.array(z.uuid()) });

/** The tasks as graphile-worker takes them. */
export function taskList(tasks: readonly Task[]): TaskList {
  return Object.fromEntries(tasks.map((task) => [task.name, (payload: unknown) => runTask(task, payload)]));
}

export async function runTask(task: Task, payload: unknown): Promise<void> {
  try {
    await task.run(idsOf(payload));
  } catch (error) {
    const { name, code } = reduceError(error);
    log.error('task.failed', { task: task.name, errorName: name, errorCode: code });
    // graphile-worker stores and prints what it catches; a driver error would quote its arguments.
    throw new Error(`Task ${task.name} failed (${name} ${code})`);
  }
}

/** What `cs.enqueue` put into the queue; nothing for a run of the clock. */
function idsOf(payload: unknown): string[] {
  return payloadSchema.safeParse(payload).data?.ids ?? [];
}

/** graphile-worker's own lines name tasks and times only; its error lines come through `runTask`. */
export function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn('worker.message', { code: message.slice(0, 60) });
  });
}
