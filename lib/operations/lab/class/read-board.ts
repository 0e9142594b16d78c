import 'server-only';
import { type Board, CHALLENGES } from '#lib/contract/lab/class.ts';
import { database } from '#lib/kernel/db.ts';
import { openClass } from './open-class.ts';

/** `solvedS` tells two flags of one millisecond apart. */
type Row = { name: string; challenge: string | null; solvedAt: Date | null; solvedS: number | null };

/** The board of the class that is open: most solved first; of two that solved as many, whoever was there first. */
export async function readBoard(): Promise<Board> {
  const { id, startedAt, isFrozen } = await openClass();
  const rows = await database('app').$queryRaw<Row[]>`
    SELECT p.name, s.challenge, s.solved_at AS "solvedAt", extract(epoch FROM s.solved_at)::float8 AS "solvedS"
      FROM lab.player p LEFT JOIN lab.solve s ON s.player_id = p.id
     WHERE p.class_id = ${id}::uuid AND p.person_id IS NULL
     ORDER BY p.joined_at, p.id, s.solved_at, s.challenge`;
  return {
    isFrozen,
    startedAt: startedAt.toISOString(),
    challenges: [...CHALLENGES],
    rows: rank(rows),
  };
}

function rank(rows: readonly Row[]): Board['rows'] {
  const players = new Map<string, Board['rows'][number]>();
  const lastS = new Map<string, number>();
  for (const { name, challenge, solvedAt, solvedS } of rows) {
    const player = players.get(name) ?? { name, solved: [], lastSolvedAt: null };
    players.set(name, player);
    if (challenge === null || solvedAt === null) continue;
    player.lastSolvedAt = solvedAt.toISOString();
    lastS.set(name, solvedS ?? 0);
    player.solved.push({ challenge, solvedAt: player.lastSolvedAt });
  }
  return [...players.values()].toSorted(
    (a, b) =>
      b.solved.length - a.solved.length ||
      (lastS.get(a.name) ?? 0) - (lastS.get(b.name) ?? 0) ||
      a.name.localeCompare(b.name),
  );
}
