import 'server-only';
import { EventEmitter } from 'node:events';
import { parseCronItems, run, type WorkerEvents } from 'graphile-worker';
import { HOUR_MS, SECOND_MS } from '#lib/kernel/clock.ts';
import { databaseUrl } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import { beat, HEARTBEAT_MS, stopBeating, unlockJobsOfTheDead } from './heartbeat.ts';
import { quietLogger, taskList } from './run-task.ts';
import { sweepLostTurns } from './sweep-lost-turns.ts';
import type { Task } from './task.ts';

const SWEEP_MS = 15 * SECOND_MS;
const POLL_MS = 2 * SECOND_MS;

/** Runs the tasks in this process until `stop`. Several workers share the work; a cron run happens once. */
export async function startWorker(tasks: readonly Task[]): Promise<{ stop: () => Promise<void> }> {
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
  const runner = await run({
    connectionString: databaseUrl('jobs'),
    concurrency: 2,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: quietLogger(),
    events,
    taskList: taskList(tasks),
    parsedCronItems: parseCronItems(tasks.flatMap(toCronItem)),
  });
  // Nobody awaits it: without this a lost connection would end the whole process.
  runner.promise.catch((error: unknown) => log.error('worker.ended', { errorName: reduceError(error).name }));
  const timers = [
    every(HEARTBEAT_MS, () => beat([...workerIds])),
    every(HEARTBEAT_MS, unlockJobsOfTheDead),
    every(SWEEP_MS, () => sweepLostTurns()),
  ];
  log.info('worker.started', { count: tasks.length });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await runner.stop();
      await stopBeating([...workerIds]).catch(() => undefined);
    },
  };
}

function toCronItem(task: Task) {
  if (!task.cron) return [];
  return [
    {
      task: task.name,
      match: task.cron,
      identifier: task.name,
      options: task.backfill ? { backfillPeriod: hoursMs(task.backfill) } : {},
    },
  ];
}

/** `6h` → milliseconds. */
function hoursMs(text: string): number {
  return Number.parseInt(text, 10) * HOUR_MS;
}

function every(ms: number, work: () => Promise<unknown>): NodeJS.Timeout {
  const guarded = () =>
    work().catch((error: unknown) =>
      log.warn('worker.tick_failed', {
        errorName: reduceError(error).name,
        errorCode: reduceError(error).code,
      }),
    );
  void guarded();
  const timer = setInterval(guarded, ms);
  timer.unref();
  return timer;
}
