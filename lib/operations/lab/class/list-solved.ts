import 'server-only';
import { database } from '#lib/kernel/db.ts';

/** What a player has solved, in the order in which they did. */
export async function listSolved(playerId: string): Promise<{ challenge: string; solvedAt: string }[]> {
  const rows = await database('app').$queryRaw<{ challenge: string; solvedAt: Date }[]>`
    SELECT challenge, solved_at AS "solvedAt" FROM lab.solve WHERE player_id = ${playerId}::uuid ORDER BY solved_at, challenge`;
  return rows.map(({ challenge, solvedAt }) => ({ challenge, solvedAt: solvedAt.toISOString() }));
}
