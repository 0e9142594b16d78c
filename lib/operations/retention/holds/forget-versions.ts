import 'server-only';
import { database } from '#lib/kernel/db.ts';

/** Removes what was taken back while a hold stood that stands no more. Row-level security says which. */
export async function forgetVersions(): Promise<void> {
  await database('purge').$executeRaw`DELETE FROM cs.held_version`;
}
