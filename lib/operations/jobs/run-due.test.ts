import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { closeDatabases, database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { lastMoment, nextMoment } from './cron.ts';
import { runDue } from './run-due.ts';
import type { Task } from './task.ts';

afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM job_tick');
  await behindTheWalls('DELETE FROM graphile_worker._private_jobs');
});
afterAll(closeDatabases);

function counter(name: string, cron?: string, work: () => Promise<void> = () => Promise.resolve()) {
  const seen = { runs: 0 };
  const task: Task = {
    name,
    ...(cron === undefined ? {} : { cron }),
    run: () => {
      seen.runs += 1;
      return work();
    },
  };
  return { seen, task };
}
const tick = (...tasks: Task[]) => runDue(tasks, newId());

describe('a tick from outside', () => {
  test('runs what is due, once per moment of its schedule', async () => {
    const { seen, task } = counter('every.day', '11 3 * * *');
    expect(await tick(task)).toEqual({ ran: ['every.day'], failed: [] });
    expect(await tick(task)).toEqual({ ran: [], failed: [] });
    await moveClock('25 hours');
    expect(await tick(task)).toEqual({ ran: ['every.day'], failed: [] });
    expect(seen.runs).toBe(2);
  });

  test('makes up for moments that were missed by one run', async () => {
    const { seen, task } = counter('every.hour', '7 * * * *');
    await tick(task);
    await moveClock('40 hours');
    await tick(task);
    expect(seen.runs).toBe(2);
  });

  test('that comes five times at once runs a task once', async () => {
    const { seen, task } = counter('every.hour', '7 * * * *');
    await Promise.all(Array.from({ length: 5 }, () => tick(task)));
    expect(seen.runs).toBe(1);
  });

  test('goes on when the clock was set back', async () => {
    const { seen, task } = counter('every.hour', '7 * * * *');
    await moveClock('90 days');
    await tick(task);
    await moveClock('0');
    await tick(task);
    expect(seen.runs).toBe(2);
  });

  test('says what failed, tries it again with the next one, and runs the others', async () => {
    let broken = true;
    const failing = counter('fails', '7 * * * *', () =>
      broken ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    const other = counter('other', '7 * * * *');
    expect(await tick(failing.task, other.task)).toEqual({ ran: ['other'], failed: ['fails'] });
    broken = false;
    expect(await tick(failing.task, other.task)).toEqual({ ran: ['fails'], failed: [] });
  });

  test('works through what waits in the queue', async () => {
    const { seen, task } = counter('asked.for');
    await database('jobs').$executeRaw`SELECT graphile_worker.add_job('asked.for')::text`;
    await tick(task);
    expect(seen.runs).toBe(1);
    expect(
      await behindTheWalls("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'asked.for'"),
    ).toEqual([]);
  });

  test('is written down where it ran something', async () => {
    const requestId = newId();
    await runDue([counter('every.hour', '7 * * * *').task], requestId);
    expect(
      await behindTheWalls('SELECT action, outcome, facts FROM audit_entry WHERE request_id = $1', [
        requestId,
      ]),
    ).toEqual([{ action: 'jobs.ticked', outcome: 'allowed', facts: { ran: 1, failed: 0 } }]);
  });
});

test('schedules are read as the worker reads them', () => {
  const now = new Date('2026-11-26T20:44:31Z');
  const at = (moment: Date | null) => moment?.toISOString().slice(0, 16);
  expect(at(lastMoment('7 * * * *', now))).toBe('2026-11-26T20:07');
  expect(at(nextMoment('7 * * * *', now))).toBe('2026-11-26T21:07');
  expect(at(lastMoment('11 3 * * *', now))).toBe('2026-11-26T03:11');
  expect(at(nextMoment('11 3 * * *', now))).toBe('2026-11-27T03:11');
  expect(at(lastMoment('* * * * *', now))).toBe('2026-11-26T20:44');
  expect(at(nextMoment('*/15 * * * 0,6', now))).toBe('2026-11-28T00:00');
  expect(() => lastMoment('@daily', now)).toThrow(RangeError);
  expect(() => lastMoment('1-5 * * * *', now)).toThrow(RangeError);
});
