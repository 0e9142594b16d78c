import { afterAll, afterEach, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases, database } from '#lib/kernel/db.ts';
import { startWorker } from '#lib/operations/jobs/start-worker.ts';
import { TASKS } from '#lib/tasks.ts';

const SOON = { timeout: 300_000, interval: 100 };
let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await moveClock('0');
  await behindTheWalls('DELETE FROM graphile_worker._private_jobs');
  await behindTheWalls('DELETE FROM worker_heartbeat');
});
afterAll(closeDatabases);

test('retention is a task of every hour, and missed runs are made up for', () => {
  expect(TASKS.find((task) => task.name === 'retention.purge')).toMatchObject({
    cron: '7 * * * *',
    backfill: '6h',
  });
});

test('retention really runs in the worker: an expired conversation and its key are gone', async () => {
  const person = await makePerson();
  const { conversationId } = await storeTurn(person, { text: 'Old' });
  await moveClock('91 days');
  ({ stop } = await startWorker(TASKS));
  await database('jobs').$executeRaw`SELECT graphile_worker.add_job('retention.purge')::text`;
  const left = () =>
    behindTheWalls(
      'SELECT id FROM conversation WHERE id = $1 UNION ALL SELECT id FROM data_key WHERE scope_id = $1',
      [conversationId],
    );
  await expect.poll(left, SOON).toEqual([]);
  await expect.poll(() => behindTheWalls('SELECT 1 FROM graphile_worker._private_jobs'), SOON).toEqual([]);
});
