import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { openClass } from './open-class.ts';
import { sameText } from './player-cookie.ts';
import { PLAYERS_MAX } from './policy.ts';

export type Joining =
  { playerId: string; name: string } | { refusal: 'wrong-code' | 'name-taken' | 'class-full' };

/** Lets somebody with the class's code in, under a name that nobody else there has. */
export async function joinClass(code: string, name: string): Promise<Joining> {
  const open = await openClass();
  if (!sameText(code.toUpperCase(), open.code)) return { refusal: 'wrong-code' };
  const playerId = newId();
  const [row] = await database('app').$queryRaw<{ players: number; added: number }[]>`
    WITH here AS (SELECT count(*)::int AS n FROM lab.player WHERE class_id = ${open.id}::uuid AND person_id IS NULL),
         added AS (
           INSERT INTO lab.player (id, class_id, name)
           SELECT ${playerId}::uuid, ${open.id}::uuid, ${name} FROM here WHERE n < ${PLAYERS_MAX}::int
           ON CONFLICT (class_id, lower(name)) WHERE person_id IS NULL DO NOTHING RETURNING 1)
    SELECT here.n AS players, (SELECT count(*)::int FROM added) AS added FROM here`;
  if (row?.added === 1) return { playerId, name };
  return { refusal: (row?.players ?? 0) >= PLAYERS_MAX ? 'class-full' : 'name-taken' };
}
