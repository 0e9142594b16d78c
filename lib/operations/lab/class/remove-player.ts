import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { openClass } from './open-class.ts';

/** Takes a player off the board with all they solved: for somebody who left, and for the check before a class. */
export async function removePlayer(name: string): Promise<void> {
  const { id } = await openClass();
  await database('app').$executeRaw`
    DELETE FROM lab.player WHERE class_id = ${id}::uuid AND person_id IS NULL AND lower(name) = lower(${name})`;
}
