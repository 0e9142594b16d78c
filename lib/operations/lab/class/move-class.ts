import 'server-only';
import type { Reset } from '#lib/contract/lab/class.ts';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { openClass } from './open-class.ts';

/** Everything stands still, so that everybody looks to the front; or goes on. */
export async function freezeClass(frozen: boolean): Promise<void> {
  const { id } = await openClass();
  await database('app').$executeRaw`
    UPDATE lab.class SET frozen_at = CASE WHEN ${frozen}::boolean THEN coalesce(frozen_at, now()) END WHERE id = ${id}::uuid`;
}

/** Lets one begin anew, or all, or another group come in. */
export async function resetClass(reset: Reset): Promise<void> {
  const { id } = await openClass();
  if (reset.what === 'next-group') {
    await database('app').$executeRaw`UPDATE lab.class SET ended_at = now() WHERE id = ${id}::uuid`;
    await openClass();
    return;
  }
  const only = reset.what === 'player' ? reset.playerId : null;
  const [found] = await database('app').$queryRaw<{ n: number }[]>`
    WITH who AS (SELECT p.id FROM lab.player p WHERE p.class_id = ${id}::uuid AND (${only}::uuid IS NULL OR p.id = ${only}::uuid)),
         solves AS (DELETE FROM lab.solve s USING who WHERE s.player_id = who.id),
         presses AS (DELETE FROM lab.press s USING who WHERE s.player_id = who.id)
    SELECT count(*)::int AS n FROM who`;
  if (only && !found?.n) throw new AppError('not_found');
}
