import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { openClass } from './open-class.ts';
import { playerOfCookie } from './player-cookie.ts';

/** Somebody in the lab: a player of the class that is open, or a trainer, who stands on no board. */
export type LabViewer = {
  readonly kind: 'trainer' | 'player';
  readonly playerId: string;
  readonly classId: string;
  readonly name: string;
  readonly isFrozen: boolean;
};

type Row = { playerId: string; classId: string; name: string; isFrozen: boolean };

/** The player whose cookie this is; null where it is forged, or its class is over. */
export async function readPlayer(cookie: string | undefined): Promise<LabViewer | null> {
  const playerId = playerOfCookie(cookie);
  if (!playerId) return null;
  const [row] = await database('app').$queryRaw<Row[]>`
    SELECT p.id AS "playerId", c.id AS "classId", p.name, c.frozen_at IS NOT NULL AS "isFrozen"
      FROM lab.player p JOIN lab.class c ON c.id = p.class_id
     WHERE p.id = ${playerId}::uuid AND p.person_id IS NULL AND c.ended_at IS NULL`;
  return row ? { kind: 'player', ...row } : null;
}

/** A trainer as somebody who solves levels too: what they solved is kept like a player's. */
export async function readTrainer(personId: string): Promise<LabViewer> {
  const { id: classId } = await openClass();
  await database('app').$executeRaw`
    INSERT INTO lab.player (id, class_id, name, person_id) VALUES (${newId()}::uuid, ${classId}::uuid, 'Trainer', ${personId}::uuid)
    ON CONFLICT (class_id, person_id) DO NOTHING`;
  const [row] = await database('app').$queryRaw<{ playerId: string }[]>`
    SELECT id AS "playerId" FROM lab.player WHERE class_id = ${classId}::uuid AND person_id = ${personId}::uuid`;
  if (!row) throw new Error('The trainer has no place in the class.');
  // Freezing is for everybody else.
  return { kind: 'trainer', playerId: row.playerId, classId, name: 'Trainer', isFrozen: false };
}
