import 'server-only';
import { z } from 'zod';
import { type Erased, erasureReceiptSchema } from '#lib/contract/privacy.ts';
import { database, type Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { hashToken } from './erase.ts';

const rowSchema = z.object({ state: z.enum(['running', 'done']), receipt: erasureReceiptSchema.nullable() });

/** The receipt that this token was given out for. Throws `not_found`. Needs no account: there may be none any more. */
export async function readReceipt(token: string): Promise<Erased> {
  const rows = await database('app').$queryRaw<unknown[]>`
    SELECT state, receipt FROM cs.erasure_by_token(${hashToken(token)})`;
  if (rows.length === 0) throw new AppError('not_found');
  const { state, receipt } = rowSchema.parse(rows[0]);
  return { status: state, receiptToken: token, receipt };
}

/** Receipts of what the viewer erased and is still here to look at: conversations, newest first. */
export async function listReceipts(viewer: Viewer, tx: Tx) {
  const rows = await tx.erasure.findMany({
    where: { personId: viewer.personId, state: 'done' },
    orderBy: { requestedAt: 'desc' },
    take: 50,
    select: { receipt: true },
  });
  return rows.map((row) => erasureReceiptSchema.parse(row.receipt));
}
