import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { tenantOf } from '../tenant-of.ts';
import { readBilled } from './read-billed.ts';
import { restOf } from './rest-of.ts';

/** Of these lines, those that were not given back or taken off as a whole. */
export async function linesWithRest(viewer: Viewer, tx: Tx, lineIds: readonly string[]): Promise<string[]> {
  const lines = await tx.invoiceLine.findMany({
    where: { tenantId: tenantOf(viewer), id: { in: [...lineIds] } },
    select: { id: true, invoiceId: true },
  });
  const left: string[] = [];
  for (const [invoiceId, ofInvoice] of Map.groupBy(lines, (line) => line.invoiceId)) {
    const billed = await readBilled(viewer, tx, invoiceId);
    if (billed) left.push(...ofInvoice.map(({ id }) => id).filter((id) => restOf(billed, id) > 0n));
  }
  return left;
}
