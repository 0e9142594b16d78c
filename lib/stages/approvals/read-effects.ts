import 'server-only';
import { z } from 'zod';
import type { ProposalContext } from '#lib/contract/approvals.ts';
import { currencySchema } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { amountOf } from './rows.ts';

const MOST = 20;

const rowSchema = z.object({
  summary: z.string(),
  executedAt: z.date(),
  amountMinor: z.bigint().nullable(),
  currency: currencySchema.nullable(),
});

/** What was executed in the tenant the viewer acts in, newest first: the ledger's own words, nobody's message. */
export async function readEffects(viewer: Viewer, tx: Tx): Promise<ProposalContext['earlier']> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT summary, executed_at AS "executedAt", amount_minor AS "amountMinor", currency FROM cs.effect
    WHERE tenant_id = ${viewer.actingTenantId ?? viewer.homeTenantId}::uuid
    ORDER BY executed_at DESC, proposal_id DESC LIMIT ${MOST}::int`;
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      summary: row.summary,
      at: row.executedAt.toISOString(),
      amount: amountOf(row),
    }));
}
