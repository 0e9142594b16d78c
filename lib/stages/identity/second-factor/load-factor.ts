import 'server-only';
import { open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { loadPersonKey, secretContext } from './person-key.ts';
import { TOTP } from './policy.ts';

/** A factor with its secret in the clear. `step` is the time step now, by the database's clock. */
export type Factor = {
  readonly secret: string;
  readonly isConfirmed: boolean;
  readonly isLocked: boolean;
  readonly lastStep: bigint;
  readonly step: bigint;
};

type Row = Omit<Factor, 'secret'> & { sealed: Uint8Array };

/**
 * The viewer's factor, or null. Needs the viewer's own tenant, where the key is. Holds the row until the transaction ends, so
 * that codes are tried one after the other and the fifth wrong one is the last.
 */
export async function loadFactor(viewer: Viewer, tx: Tx): Promise<Factor | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT secret AS sealed, confirmed_at IS NOT NULL AS "isConfirmed", coalesce(locked_until > cs.now(), false) AS "isLocked",
      last_step AS "lastStep", floor(extract(epoch FROM cs.now()) / ${TOTP.periodS}::int)::bigint AS step
    FROM cs.second_factor WHERE person_id = ${viewer.personId}::uuid FOR UPDATE`;
  if (!row) return null;
  const { sealed, ...facts } = row;
  return { ...facts, secret: open(await loadPersonKey(viewer, tx), secretContext(viewer), sealed) };
}
