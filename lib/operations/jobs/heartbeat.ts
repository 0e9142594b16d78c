import 'server-only';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import { database } from '#lib/kernel/db.ts';

/** A worker that has not beaten for this long is dead, and its jobs are unlocked. */
const DEAD_AFTER_S = 60;
export const HEARTBEAT_MS = 10 * SECOND_MS;

/** Says that these workers are alive. Ids are graphile-worker's own: the ones its locks carry. */
export async function beat(workerIds: readonly string[]): Promise<void> {
  await database('jobs').$executeRaw`
    INSERT INTO cs.worker_heartbeat (worker_id, beat_at) SELECT id, now() FROM unnest(${workerIds}::text[]) AS id
    ON CONFLICT (worker_id) DO UPDATE SET beat_at = now()`;
}

/** Frees the jobs of workers that died; they would stay locked for four hours otherwise. Those of living ones stay. */
export async function unlockJobsOfTheDead(): Promise<void> {
  await database('jobs').$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT job.locked_by)) FROM graphile_worker._private_jobs job
    WHERE job.locked_at < now() - make_interval(secs => ${DEAD_AFTER_S}::int) AND NOT EXISTS (
      SELECT FROM cs.worker_heartbeat alive
      WHERE alive.worker_id = job.locked_by AND alive.beat_at > now() - make_interval(secs => ${DEAD_AFTER_S}::int))`;
  await database('jobs')
    .$executeRaw`DELETE FROM cs.worker_heartbeat WHERE beat_at < now() - interval '1 day'`;
}

export async function stopBeating(workerIds: readonly string[]): Promise<void> {
  await database('jobs')
    .$executeRaw`DELETE FROM cs.worker_heartbeat WHERE worker_id = ANY(${workerIds}::text[])`;
}
