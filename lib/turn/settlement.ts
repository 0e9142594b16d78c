import 'server-only';
import { log } from '#lib/kernel/log.ts';
import { type Settlement, withinReservation } from '#lib/stages/admission/settle-turn.ts';
import { raiseModelAlert } from '#lib/stages/model/choose-model.ts';
import { priceVersionOf } from '#lib/stages/model/price-of.ts';
import type { TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/**
 * What a turn is booked with. A provider that says it cost more than it can have is not believed: the reservation is booked, the record
 * says so, and operators are told.
 */
export function settlementOf(turn: Turn, record: TurnRecord): Settlement {
  const { turnId, reservedMicroUsd } = turn;
  const { costMicroUsd, usage } = record;
  const model = modelOf(turn, record);
  record.costMicroUsd = withinReservation({ costMicroUsd, reservedMicroUsd });
  const isCut = record.costMicroUsd !== costMicroUsd;
  if (isCut) {
    log.error('usage.absurd', { turnId, model });
    raiseModelAlert({ kind: 'provider_usage_absurd', facts: { code: 'above_reservation' } });
  }
  return {
    turnId,
    finish: record.finish,
    model,
    priceVersion: priceVersionOf(model),
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    estimated: usage.estimated || isCut,
    costMicroUsd: record.costMicroUsd,
    reservedMicroUsd,
  };
}

/** What it takes of the budgets it was reserved from: money, or tokens of a model without a price. */
export function spentBy(turn: Turn, { costMicroUsd, inputTokens, outputTokens }: Settlement): number {
  return turn.reservedTokens > 0 ? Math.min(turn.reservedTokens, inputTokens + outputTokens) : costMicroUsd;
}

/** Who used most of what was used: with a second provider that may be another model than the one that was asked first. */
function modelOf(turn: Turn, { usedBy }: TurnRecord): string {
  const [most] = [...usedBy].toSorted(([, a], [, b]) => b.outputTokens - a.outputTokens);
  return most?.[0] ?? turn.model.name;
}
