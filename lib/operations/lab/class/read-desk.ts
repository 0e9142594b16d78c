import 'server-only';
import type { Desk } from '#lib/contract/lab/class.ts';
import { database } from '#lib/kernel/db.ts';
import { labSettings } from '../lab-settings.ts';
import { openClass } from './open-class.ts';

type Row = { id: string; name: string; joinedAt: Date; solved: number };

/** What the trainer sees of the class: the way in, who is there, and whether everything stands still. */
export async function readDesk(): Promise<Desk> {
  const { id, code, startedAt, isFrozen } = await openClass();
  const address = labSettings().LAB_CLASS_URL || null;
  const players = await database('app').$queryRaw<Row[]>`
    SELECT p.id, p.name, p.joined_at AS "joinedAt", (SELECT count(*)::int FROM lab.solve s WHERE s.player_id = p.id) AS solved
      FROM lab.player p WHERE p.class_id = ${id}::uuid AND p.person_id IS NULL ORDER BY p.joined_at, p.id`;
  return {
    address,
    code,
    joinUrl: address && `${address}/lab/join?code=${code}`,
    isFrozen,
    startedAt: startedAt.toISOString(),
    players: players.map((player) => ({ ...player, joinedAt: player.joinedAt.toISOString() })),
  };
}
