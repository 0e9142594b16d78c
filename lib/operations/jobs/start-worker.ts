import 'server-only';
import { hostname } from 'node:os';
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import { database, databaseUrl } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import { log } from '#lib/kernel/log.ts';
import { sweepLostTurns } from './sweep-lost-turns.ts';
import type { Task } from './task.ts';

const HEARTBEAT_MS = 10 * SECOND_MS;
/** A worker that has not beaten for this long is dead, and its jobs are unlocked. */
const DEAD_AFTER_MS = 60 * SECOND_MS;
const SWEEP_MS = 15 * SECOND_MS;
const POLL_MS = 2 * SECOND_MS;

/** Runs the tasks in this process until `stop`. Several workers share the work; a cron run happens once. */
export async function startWorker(tasks: readonly Task[]): Promise<{ stop: () => Promise<void> }> {
  const workerId = `${hostname().replace(/[^A-Za-z0-9.-]/g, '')}-${process.pid}-${newId().slice(-6)}`;
  const runner = await run({
    connectionString: databaseUrl('jobs'),
    concurrency: 2,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: quietLogger(),
    taskList: Object.fromEntries(tasks.map((task) => [task.name, () => runTask(task)])),
    parsedCronItems: parseCronItems(tasks.flatMap(toCronItem)),
  });
  await unlockJobsOfTheDead(runner);
  const beat = every(HEARTBEAT_MS, () => heartbeat(workerId));
  const sweep = every(SWEEP_MS, sweepLostTurns);
  log.info('worker.started', { worker: workerId, count: tasks.length });
  return {
    async stop() {
      clearInterval(beat);
      clearInterval(sweep);
      await runner.stop();
      await database('jobs').$executeRaw`DELETE FROM cs.worker_heartbeat WHERE worker_id = ${workerId}`.catch(
        () => undefined,
      );
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
  return Number.parseInt(text, 10) * 3_600 * SECOND_MS;
}

async function runTask(task: Task): Promise<void> {
  try {
    await task.run();
  } catch (error) {
    const { name, code } = reduceError(error);
    log.error('task.failed', { task: task.name, errorName: name, errorCode: code });
    // graphile-worker stores and prints what it catches; a driver error would quote its arguments.
    throw new Error(`Task ${task.name} failed (${name} ${code})`);
  }
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

async function heartbeat(workerId: string): Promise<void> {
  await database('jobs').$executeRaw`
    INSERT INTO cs.worker_heartbeat (worker_id, beat_at) VALUES (${workerId}, now()) ON CONFLICT (worker_id) DO UPDATE SET beat_at = now()`;
}

/** Jobs of a killed worker would stay locked for four hours otherwise. */
async function unlockJobsOfTheDead(runner: Runner): Promise<void> {
  void runner;
  const db = database('jobs');
  const alive = await db.$queryRaw<{ id: string }[]>`
    SELECT worker_id AS id FROM cs.worker_heartbeat WHERE beat_at > now() - make_interval(secs => ${DEAD_AFTER_MS / SECOND_MS})`;
  if (alive.length > 0) return;
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`;
}

/** graphile-worker's own lines name tasks and times only; its error lines come through `runTask`. */
function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn('worker.message', { code: message.slice(0, 60) });
  });
}
