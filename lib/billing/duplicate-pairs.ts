import 'server-only';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { DuplicatePairs } from './invoice-line.ts';
import { tenantOf } from './tenant-of.ts';

const pairSchema = z.strictObject({ id: z.uuid(), original: z.uuid() });

/** Lines that charge the same seat or add-on for the same days as an earlier line of the same invoice; void invoices charge nothing. */
export async function readDuplicatePairs(viewer: Viewer, tx: Tx): Promise<DuplicatePairs> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id, original FROM (
      SELECT l.id, first_value(l.id) OVER (
        PARTITION BY l.invoice_id, l.kind, l.seat_id, l.addon_code, l.period_start, l.period_end ORDER BY l.position) AS original
      FROM cs.invoice_line l JOIN cs.invoice i ON i.id = l.invoice_id
      WHERE l.tenant_id = ${tenantOf(viewer)}::uuid AND l.kind IN ('seat', 'addon') AND i.status <> 'void') AS named
    WHERE id <> original`;
  return new Map(
    z
      .array(pairSchema)
      .parse(rows)
      .map(({ id, original }) => [id, original]),
  );
}
