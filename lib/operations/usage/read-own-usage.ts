import 'server-only';
import type { OwnUsage, UsageTotals, UsageTurn } from '#lib/contract/usage.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { TOKENS_PER_TURN } from '#lib/stages/admission/policy.ts';
import { modelsInUse } from '#lib/stages/model/choose-model.ts';
import { UNPRICED_VERSION } from '#lib/stages/model/policy.ts';
import { reserveFor } from '#lib/stages/model/reserve-for.ts';
import { readStandings } from './read-standings.ts';
import { NOTHING, TOTALS, totalsOf } from './totals.ts';

/** Turns that are listed one by one, newest first. */
const MOST_TURNS = 100;

type DayRow = UsageTotals & { day: string };
type TurnRow = Omit<UsageTurn, 'at'> & { at: Date };

/** What the viewer used this month (UTC), turn by turn and day by day, and what is left. No content. */
export async function readOwnUsage(viewer: Viewer, tx: Tx): Promise<OwnUsage> {
  const [clock] = await tx.$queryRaw<{ today: string; month: string }[]>`
    SELECT to_char(cs.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today, to_char(cs.now() AT TIME ZONE 'UTC', 'YYYY-MM-01') AS month`;
  const { today = '', month = '' } = clock ?? {};
  const { unit, amount } = reserveFor(modelsInUse(), TOKENS_PER_TURN);
  const days = await tx.$queryRaw<DayRow[]>`
    SELECT to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, ${TOTALS} FROM cs.usage_entry u
    WHERE u.person_id = ${viewer.personId}::uuid AND u.at >= (${month}::date)::timestamp AT TIME ZONE 'UTC' GROUP BY 1 ORDER BY 1`;
  const [sum] = await tx.$queryRaw<UsageTotals[]>`
    SELECT ${TOTALS} FROM cs.usage_entry u
    WHERE u.person_id = ${viewer.personId}::uuid AND u.at >= (${month}::date)::timestamp AT TIME ZONE 'UTC'`;
  const turns = await tx.$queryRaw<TurnRow[]>`
    SELECT u.turn_id AS "turnId", u.at, u.model, u.input_tokens AS "inputTokens", u.output_tokens AS "outputTokens",
      u.cost_micro_usd::float8 AS "costMicroUsd", u.estimated, u.price_version <> ${UNPRICED_VERSION} AS priced
    FROM cs.usage_entry u
    WHERE u.person_id = ${viewer.personId}::uuid AND u.at >= (${month}::date)::timestamp AT TIME ZONE 'UTC'
    ORDER BY u.at DESC, u.id DESC LIMIT ${MOST_TURNS}::int`;
  const ofToday = days.find(({ day }) => day === today);
  return {
    month,
    budgets: await readStandings(viewer, tx, { unit }),
    perTurn: amount,
    today: ofToday ? totalsOf(ofToday) : NOTHING,
    thisMonth: sum ? totalsOf(sum) : NOTHING,
    days: days.map(({ day, ...totals }) => ({ day, totals: totalsOf(totals) })),
    turns: turns.map((turn) => ({ ...turn, at: turn.at.toISOString() })),
  };
}
