import 'server-only';
import { database } from '#lib/kernel/db.ts';

/**
 * What is kept for a while only: instants of turns whose rows went before their minute was over, and what was taken back while a hold
 * stood that stands no more. Row-level security says which.
 */
export async function forgetPassing(): Promise<void> {
  await database('purge').$executeRaw`DELETE FROM cs.gone_turn`;
  await database('purge').$executeRaw`DELETE FROM cs.held_version`;
}
