import 'server-only';
import type { UsageTotals } from '#lib/contract/usage.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { UNPRICED_VERSION } from '#lib/stages/model/policy.ts';

/** Sums of entries of `cs.usage_entry` under the alias `u`. A turn that was answered again after it was lost is one turn and two entries. */
export const TOTALS = Prisma.sql`
  count(DISTINCT u.turn_id)::int AS turns, coalesce(sum(u.input_tokens), 0)::float8 AS "inputTokens",
  coalesce(sum(u.output_tokens), 0)::float8 AS "outputTokens", coalesce(sum(u.cost_micro_usd), 0)::float8 AS "costMicroUsd",
  count(*) FILTER (WHERE u.estimated)::int AS estimated, count(*) FILTER (WHERE u.price_version = ${UNPRICED_VERSION})::int AS unpriced`;

export const NOTHING: UsageTotals = {
  turns: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  estimated: 0,
  unpriced: 0,
};

/** Only the sums of a row that holds more. */
export function totalsOf({
  turns,
  inputTokens,
  outputTokens,
  costMicroUsd,
  estimated,
  unpriced,
}: UsageTotals): UsageTotals {
  return { turns, inputTokens, outputTokens, costMicroUsd, estimated, unpriced };
}
