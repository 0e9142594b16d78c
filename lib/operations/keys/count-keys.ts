import 'server-only';
import { database } from '#lib/kernel/db.ts';

/** How many undestroyed data keys each key-encryption key wraps, by its name. */
export async function countKeys(): Promise<Map<string, number>> {
  const rows = await database('seal').$queryRaw<{ kekId: string; keys: number }[]>`
    SELECT kek_id AS "kekId", count(*)::int AS keys FROM cs.data_key WHERE wrapped IS NOT NULL GROUP BY kek_id ORDER BY kek_id`;
  return new Map(rows.map(({ kekId, keys }) => [kekId, keys]));
}

/** Names of retired key-encryption keys, and for how many days they have been. */
export async function listRetired(): Promise<Map<string, number>> {
  const rows = await database('seal').$queryRaw<{ id: string; days: number }[]>`
    SELECT id, extract(epoch FROM cs.now() - retired_at)::float8 / 86400 AS days FROM cs.retired_kek`;
  return new Map(rows.map(({ id, days }) => [id, days]));
}
