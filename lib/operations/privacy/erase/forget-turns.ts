import 'server-only';
import { database } from '#lib/kernel/db.ts';

/** Removes the instants of turns whose rows went before their minute was over, once it is. Row-level security says which. */
export async function forgetTurns(): Promise<void> {
  await database('purge').$executeRaw`DELETE FROM cs.gone_turn`;
}
