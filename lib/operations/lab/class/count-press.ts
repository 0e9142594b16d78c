import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { type Press, PRESSES_A_MINUTE } from './policy.ts';
import type { LabViewer } from './read-player.ts';

/**
 * Counts what a player does against what a minute allows. The trainer is not counted.
 * @throws {AppError} `paused` while the class is frozen; `rate_limited` with the seconds until there is room
 */
export async function countPress(player: LabViewer, what: Press): Promise<void> {
  if (player.kind === 'trainer') return;
  if (player.isFrozen) throw new AppError('paused');
  const retryAfterS = await database('app').$transaction(async (tx) => {
    // One after another: two presses at once may not both be the last one allowed.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${player.playerId}, 0))::text`;
    await tx.$executeRaw`
      DELETE FROM lab.press WHERE player_id = ${player.playerId}::uuid AND what = ${what} AND pressed_at <= clock_timestamp() - interval '1 minute'`;
    const [row] = await tx.$queryRaw<{ n: number; waitS: number }[]>`
      SELECT count(*)::int AS n, coalesce(60 - extract(epoch FROM clock_timestamp() - min(pressed_at)), 0)::float8 AS "waitS"
        FROM lab.press WHERE player_id = ${player.playerId}::uuid AND what = ${what}`;
    if ((row?.n ?? 0) >= PRESSES_A_MINUTE[what]) return row?.waitS ?? 60;
    await tx.$executeRaw`INSERT INTO lab.press (player_id, what) VALUES (${player.playerId}::uuid, ${what})`;
    return null;
  });
  if (retryAfterS !== null) throw new AppError('rate_limited', { retryAfterS });
}
