import 'server-only';
import { EventEmitter } from 'node:events';
import { runOnce, type WorkerEvents } from 'graphile-worker';
import { database, databaseUrl } from '#lib/kernel/db.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { lastMoment } from './cron.ts';
import { beat, HEARTBEAT_MS, stopBeating, unlockJobsOfTheDead } from './heartbeat.ts';
import { quietLogger, runTask, taskList } from './run-task.ts';
import { sweepLostTurns } from './sweep-lost-turns.ts';
import type { Task } from './task.ts';

export type Ran = { ran: string[]; failed: string[] };

/**
 * Does once what a worker does all the time: tasks whose moment has come since they ran last, what waits in the queue, and the sweep.
 * For a host that can't keep a process: something outside calls it every minute or so. Of several calls at once each task is run by
 * one. Moments that were missed are made up for by one run: every task works through all there is.
 */
export async function runDue(tasks: readonly Task[], requestId: string): Promise<Ran> {
  const [clock] = await database('jobs').$queryRaw<{ now: Date }[]>`SELECT cs.now() AS now`;
  const done: Ran = { ran: [], failed: [] };
  for (const task of tasks) {
    if (!task.cron || !clock || !(await claim(task.name, task.cron, clock.now))) continue;
    try {
      await runTask(task, null);
      done.ran.push(task.name);
    } catch {
      // Written down by runTask. Its moment is given back, so that the next call tries again.
      await giveBack(task.name);
      done.failed.push(task.name);
    }
  }
  await sweepLostTurns();
  await emptyQueue(tasks);
  const facts = { ran: done.ran.length, failed: done.failed.length };
  const outcome = done.failed.length > 0 ? 'failed' : 'allowed';
  if (done.ran.length + done.failed.length > 0)
    await recordAudit(null, database('jobs'), [{ action: 'jobs.ticked', outcome, requestId, facts }]);
  return done;
}

/** Whether this call is the one that runs the task now. A mark that lies ahead is of a clock that was set back, and counts for nothing. */
async function claim(task: string, cron: string, now: Date): Promise<boolean> {
  const moment = lastMoment(cron, now);
  if (!moment) return false;
  const claimed = await database('jobs').$executeRaw`
    INSERT INTO cs.job_tick (task, ran_at) VALUES (${task}, ${now}::timestamptz)
    ON CONFLICT (task) DO UPDATE SET ran_at = excluded.ran_at WHERE job_tick.ran_at < ${moment}::timestamptz OR job_tick.ran_at > excluded.ran_at`;
  return claimed > 0;
}

async function giveBack(task: string): Promise<void> {
  await database('jobs').$executeRaw`UPDATE cs.job_tick SET ran_at = 'epoch' WHERE task = ${task}`;
}

/** Jobs that something asked for, and retries; beats meanwhile, so that no other process takes them for a dead one's. */
async function emptyQueue(tasks: readonly Task[]): Promise<void> {
  await unlockJobsOfTheDead();
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
  const heart = setInterval(() => void beat([...workerIds]).catch(() => undefined), HEARTBEAT_MS);
  try {
    await runOnce({
      connectionString: databaseUrl('jobs'),
      concurrency: 1,
      noHandleSignals: true,
      logger: quietLogger(),
      events,
      taskList: taskList(tasks),
    });
  } finally {
    clearInterval(heart);
    await stopBeating([...workerIds]).catch(() => undefined);
  }
}
