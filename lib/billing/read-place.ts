import 'server-only';
import { z } from 'zod';
import { daySchema } from '#lib/contract/dates.ts';
import { currencySchema } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { tenantOf } from './tenant-of.ts';

const placeSchema = z.strictObject({ today: daySchema, currency: currencySchema, locale: z.string() });

/** `today` is the database's clock in the tenant's time zone. */
export type Place = z.infer<typeof placeSchema>;

/** Where and when the ledger is read. Throws `not_found` where there is no such tenant for this viewer. */
export async function readPlace(viewer: Viewer, tx: Tx): Promise<Place> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT to_char(cs.now() AT TIME ZONE time_zone, 'YYYY-MM-DD') AS today, currency, locale
    FROM cs.tenant WHERE id = ${tenantOf(viewer)}::uuid`;
  if (rows.length === 0) throw new AppError('not_found');
  return placeSchema.parse(rows[0]);
}
