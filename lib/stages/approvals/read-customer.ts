import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

const rowSchema = z.object({ name: z.string() });

/** The name of the customer in whose tenant the viewer acts. Throws `not_found`. */
export async function readCustomer(viewer: Viewer, tx: Tx): Promise<string> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT name FROM cs.tenant WHERE id = ${viewer.actingTenantId ?? viewer.homeTenantId}::uuid`;
  if (rows.length === 0) throw new AppError('not_found');
  return rowSchema.parse(rows[0]).name;
}
