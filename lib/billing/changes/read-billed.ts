import 'server-only';
import { type InvoiceLine, lineKindSchema } from '#lib/contract/bill.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { tenantOf } from '../tenant-of.ts';

/** The facts that a refund rests on: figures, lines with what was taken back, payments and refunds. No memo. */
const BILLED_SELECT = {
  id: true,
  number: true,
  currency: true,
  status: true,
  taxMinor: true,
  totalMinor: true,
  paidMinor: true,
  refundedMinor: true,
  dueMinor: true,
  lines: {
    select: {
      id: true,
      position: true,
      kind: true,
      description: true,
      amountMinor: true,
      periodStart: true,
      periodEnd: true,
      correctsLineId: true,
      credit: { select: { grantedMinor: true } },
    },
    orderBy: { position: 'asc' },
  },
  payments: {
    select: {
      id: true,
      amountMinor: true,
      status: true,
      methodId: true,
      method: { select: { label: true } },
    },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
  },
  refunds: { select: { id: true, amountMinor: true, lineId: true, methodId: true }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.InvoiceSelect;

type Row = Prisma.InvoiceGetPayload<{ select: typeof BILLED_SELECT }>;
export type BilledLine = Omit<Row['lines'][number], 'kind'> & { kind: InvoiceLine['kind'] };
export type Billed = Omit<Row, 'lines'> & { lines: BilledLine[] };

/** One invoice with all that a refund rests on; null where it is not there or not theirs. */
export async function readBilled(viewer: Viewer, tx: Tx, invoiceId: string): Promise<Billed | null> {
  if (!isId(invoiceId)) return null;
  const row = await tx.invoice.findFirst({
    where: { id: invoiceId, tenantId: tenantOf(viewer) },
    select: BILLED_SELECT,
  });
  if (!row) return null;
  return { ...row, lines: row.lines.map((line) => ({ ...line, kind: lineKindSchema.parse(line.kind) })) };
}

/** The invoice that a line stands on; null where it is not there or not theirs. */
export async function invoiceOfLine(viewer: Viewer, tx: Tx, lineId: string): Promise<string | null> {
  if (!isId(lineId)) return null;
  const line = await tx.invoiceLine.findFirst({
    where: { id: lineId, tenantId: tenantOf(viewer) },
    select: { invoiceId: true },
  });
  return line?.invoiceId ?? null;
}
