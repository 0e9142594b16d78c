import 'server-only';
import { z } from 'zod';
import { changeToolSchema, proposalStateSchema, riskSchema } from '#lib/contract/approvals.ts';
import { currencySchema } from '#lib/contract/money.ts';

const bytes = z.instanceof(Uint8Array);

/** A row of `cs.proposal` as SQL hands it over, with `isExpired` by the database's clock. */
export const proposalRowSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  personId: z.uuid(),
  conversationId: z.uuid(),
  tool: changeToolSchema,
  effectClass: riskSchema,
  state: proposalStateSchema,
  argumentsHash: bytes,
  displayHash: bytes,
  policyVersion: z.string(),
  resourceKind: z.string(),
  resourceId: z.uuid(),
  resourceVersion: z.string(),
  amountMinor: z.bigint().nullable(),
  currency: currencySchema.nullable(),
  people: z.union([z.literal(1), z.literal(2)]),
  createdAt: z.date(),
  expiresAt: z.date(),
  confirmedAt: z.date().nullable(),
  decidedBy: z.uuid().nullable(),
  outcome: z.string().nullable(),
  isExpired: z.boolean(),
});
export type ProposalRow = z.infer<typeof proposalRowSchema>;

/** Money as the contract has it, or null. */
export function amountOf(row: Pick<ProposalRow, 'amountMinor' | 'currency'>) {
  return row.amountMinor === null || row.currency === null
    ? null
    : { amountMinor: Number(row.amountMinor), currency: row.currency };
}
