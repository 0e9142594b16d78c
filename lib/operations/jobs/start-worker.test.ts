import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases, database } from '#lib/kernel/db.ts';
import { TASKS } from '#lib/tasks.ts';
import { beat, unlockJobsOfTheDead } from './heartbeat.ts';
import { startWorker } from './start-worker.ts';
import { sweepLostTurns } from './sweep-lost-turns.ts';
import type { Task } from './task.ts';

const SOON = { timeout: 300_000, interval: 100 };
let stop: (() => Promise<void>) | undefined;
async function start(tasks: readonly Task[]): Promise<void> {
  ({ stop } = await startWorker(tasks));
}
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await moveClock('0');
  await behindTheWalls('DELETE FROM graphile_worker._private_jobs');
  await behindTheWalls('DELETE FROM worker_heartbeat');
});
afterAll(closeDatabases);

const addJob = (name: string) => database('jobs').$executeRaw`SELECT graphile_worker.add_job(${name})::text`;
const jobs = () =>
  behindTheWalls<{ locked_by: string | null; last_error: string | null }>(
    'SELECT locked_by, last_error FROM graphile_worker._private_jobs',
  );

/** A task that counts how often it ran. */
function counter(name: string) {
  const seen = { runs: 0 };
  const task: Task = { name, run: async () => void (seen.runs += 1) };
  return { seen, task };
}

describe('what is done by the clock', () => {
  test('is registered with graphile-worker', async () => {
    await start(TASKS);
    const known = () =>
      behindTheWalls<{ identifier: string }>(
        'SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY identifier',
      );
    const expected = TASKS.filter((task) => task.cron).map((task) => task.name);
    // The worker is there before its clock is.
    await expect
      .poll(async () => (await known()).map((row) => row.identifier), SOON)
      .toEqual(expected.toSorted());
  });

  test('runs that were missed while nothing ran are made up for at the next start', async () => {
    const { seen, task } = counter('made.up.for');
    const hourly = { ...task, cron: '7 * * * *', backfill: '6h' };
    await behindTheWalls(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution) VALUES ('made.up.for', now() - interval '1 day', now() - interval '3 hours')`,
    );
    await start([hourly]);
    await expect.poll(() => seen.runs, SOON).toBeGreaterThanOrEqual(2);
  });
});

test('the partitions of the coming months are made by the worker, walled like all the others', async () => {
  await moveClock('100 days');
  // This month's entries are in the default partition already: that must not keep the next ones from being made.
  await storeTurn(await makePerson(), { text: 'After a long standstill' });
  await start(TASKS);
  await addJob('partitions.ensure');
  const made = () =>
    behindTheWalls(
      `SELECT relname FROM pg_class WHERE relnamespace = 'cs'::regnamespace AND relrowsecurity AND relforcerowsecurity
         AND relname = ANY(SELECT parent || to_char(cs.now() AT TIME ZONE 'UTC' + interval '2 months', '_YYYY_MM') FROM unnest(ARRAY['audit_entry', 'usage_entry']) AS parent)`,
    );
  await expect.poll(async () => (await made()).length, SOON).toBe(2);
  await expect.poll(jobs, SOON).toEqual([]);
});

describe('a task that fails', () => {
  test('is kept for another try, and its error says nothing of its arguments', async () => {
    const failing: Task = {
      name: 'always.fails',
      run: () => Promise.reject(Object.assign(new Error('password hunter2'), { code: '42501' })),
    };
    await start([failing]);
    await addJob('always.fails');
    await expect.poll(async () => (await jobs())[0]?.last_error, SOON).toBeTruthy();
    const [job] = await jobs();
    expect(job?.last_error).toContain('42501');
    expect(job?.last_error).not.toContain('hunter2');
  });
});

describe('a worker that was killed', () => {
  const lockedBy = (worker: string) =>
    behindTheWalls(
      `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - interval '2 minutes'`,
      [worker],
    );

  test('does not take its jobs with it: they run elsewhere within a minute', async () => {
    const { seen, task } = counter('left.behind');
    await addJob('left.behind');
    await lockedBy('worker-that-died');
    await start([task]);
    await expect.poll(() => seen.runs, SOON).toBe(1);
  });

  test('is told from one that lives: its jobs stay where they are', async () => {
    await addJob('being.done');
    await lockedBy('worker-that-lives');
    await beat(['worker-that-lives']);
    await unlockJobsOfTheDead();
    expect((await jobs()).map((job) => job.locked_by)).toEqual(['worker-that-lives']);
    await behindTheWalls(`UPDATE worker_heartbeat SET beat_at = now() - interval '2 minutes'`);
    await unlockJobsOfTheDead();
    expect((await jobs()).map((job) => job.locked_by)).toEqual([null]);
  });
});

test('a worker says that it is alive, and takes it back when it stops', async () => {
  await start([]);
  await expect
    .poll(async () => (await behindTheWalls('SELECT 1 FROM worker_heartbeat')).length, SOON)
    .toBeGreaterThan(0);
  await stop?.();
  stop = undefined;
  expect(await behindTheWalls('SELECT 1 FROM worker_heartbeat')).toEqual([]);
});

test('of many sweepers at once one does the work, and each lost turn is audited once', async () => {
  const person = await makePerson();
  const { turnId } = await storeTurn(person, { text: 'Lost' });
  await behindTheWalls(
    `UPDATE turn SET state = 'running', lease_until = cs.now() - interval '1 second' WHERE id = $1`,
    [turnId],
  );
  await Promise.all(Array.from({ length: 5 }, () => sweepLostTurns()));
  expect(
    await behindTheWalls(
      `SELECT outcome, role FROM audit_entry WHERE turn_id = $1 AND action = 'turn.lost'`,
      [turnId],
    ),
  ).toEqual([{ outcome: 'failed', role: 'system' }]);
});
