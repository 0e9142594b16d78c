import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { DATA_KEY_SCOPES } from '#lib/kernel/cipher/context.ts';
import { CipherError } from '#lib/kernel/cipher/envelope.ts';
import { keyEncryption } from '#lib/kernel/cipher/kek/provider.ts';
import { database } from '#lib/kernel/db.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { PASS_PAUSE_MS, REWRAP_AT_ONCE, REWRAP_BATCH, REWRAP_PASSES } from './policy.ts';

const rowSchema = z.array(
  z.object({
    id: z.string(),
    tenantId: z.string(),
    personId: z.string().nullable(),
    scope: z.enum(DATA_KEY_SCOPES),
    scopeId: z.string(),
    wrapped: z.instanceof(Uint8Array),
  }),
);
type Row = z.infer<typeof rowSchema>[number];

export type Rewrapped = { rewrapped: number; unreadable: readonly string[] };

/**
 * Wraps every data key that `kekId` wraps by the active key-encryption key instead. The data keys stay what they are, so that
 * whatever they encrypt is readable throughout. In batches of one statement each: a run that ends anywhere leaves every key wrapped
 * by one of the two, and the next run goes on. Destroyed keys are not touched, and a key that is destroyed meanwhile stays so.
 * @returns how many, and the ids of those that do not open under `kekId`: they are left as they are
 * @throws {AppError} `busy` where a service that holds one of the two can't be asked
 */
export async function rewrapKeys(args: {
  kekId: string;
  onBatch?: (keys: number) => void;
}): Promise<Rewrapped> {
  const unreadable = new Set<string>();
  let rewrapped = 0;
  const count = (keys: number) => {
    rewrapped += keys;
    args.onBatch?.(keys);
  };
  for (let pass = 0; pass < REWRAP_PASSES; pass += 1) {
    if ((await rewrapPass(args.kekId, unreadable, count)) === 0) break;
    // What somebody else held is met again with the next pass.
    if (pass > 0) await sleep(PASS_PAUSE_MS);
  }
  return { rewrapped, unreadable: [...unreadable] };
}

/** Once through all that `kekId` wraps. Returns how many were met that open. */
async function rewrapPass(
  kekId: string,
  unreadable: Set<string>,
  count: (keys: number) => void,
): Promise<number> {
  let seen = 0;
  let stored = Promise.resolve();
  let ahead = readBatch(kekId, NIL_ID);
  for (;;) {
    const rows = await ahead;
    const last = rows.at(-1);
    if (!last) break;
    // One batch is read while this one is wrapped and the one before is stored. Awaited later: until then a failure has nobody to hear it.
    ahead = readBatch(kekId, last.id);
    ahead.catch(() => undefined);
    const made = await wrapBatch(kekId, rows, unreadable);
    seen += made.length;
    await stored;
    stored = storeBatch(kekId, made).then(count);
    stored.catch(() => undefined);
  }
  await stored;
  return seen;
}

async function readBatch(kekId: string, after: string): Promise<Row[]> {
  return rowSchema.parse(
    await database('seal').$queryRaw`
      SELECT id, tenant_id AS "tenantId", person_id AS "personId", scope, scope_id AS "scopeId", wrapped FROM cs.data_key
      WHERE kek_id = ${kekId} AND wrapped IS NOT NULL AND id > ${after}::uuid ORDER BY id LIMIT ${REWRAP_BATCH}::int`,
  );
}

type Made = { id: string; kekId: string; wrapped: string };

async function wrapBatch(kekId: string, rows: readonly Row[], unreadable: Set<string>): Promise<Made[]> {
  const made: Made[] = [];
  const fresh = rows.filter(({ id }) => !unreadable.has(id));
  for (let first = 0; first < fresh.length; first += REWRAP_AT_ONCE) {
    await Promise.all(
      fresh.slice(first, first + REWRAP_AT_ONCE).map(async (row) => {
        const again = await wrapAgain(kekId, row);
        if (again) made.push({ id: row.id, kekId: again.kekId, wrapped: hex(again.wrapped) });
        else unreadable.add(row.id);
      }),
    );
  }
  return made;
}

async function storeBatch(kekId: string, made: readonly Made[]): Promise<number> {
  if (made.length === 0) return 0;
  const ids = made.map(({ id }) => id);
  // Rows that somebody else holds are passed over: nobody waits for two of them in another order.
  return database('seal').$executeRaw`
    WITH held AS (SELECT id FROM cs.data_key WHERE id = ANY(${ids}::uuid[]) AND kek_id = ${kekId} AND wrapped IS NOT NULL
                  ORDER BY id FOR UPDATE SKIP LOCKED)
    UPDATE cs.data_key d SET kek_id = n.kek_id, wrapped = decode(n.wrapped, 'hex')
    FROM unnest(${ids}::uuid[], ${made.map((key) => key.kekId)}::text[], ${made.map(({ wrapped }) => wrapped)}::text[])
      AS n (id, kek_id, wrapped) JOIN held USING (id)
    WHERE d.id = n.id`;
}

async function wrapAgain(kekId: string, row: Row) {
  const { id: keyId, scope, scopeId, tenantId, personId } = row;
  const context = { keyId, scope, scopeId, tenantId, personId: personId ?? NIL_ID };
  try {
    const key = await keyEncryption().unwrap({ kekId, wrapped: row.wrapped }, context);
    const again = await keyEncryption().wrap(context, key);
    key.fill(0);
    return again;
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
