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
  record.costMicroUsd = withinReservation({ costMicroUsd, reservedMicroUsd });
  const isCut = record.costMicroUsd !== costMicroUsd;
  if (isCut) {
    log.error('usage.absurd', { turnId, model: turn.model.name });
    raiseModelAlert({ kind: 'provider_usage_absurd', facts: { code: 'above_reservation' } });
  }
  return {
    turnId,
    finish: record.finish,
    model: turn.model.name,
    priceVersion: priceVersionOf(turn.model.name),
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    estimated: usage.estimated || isCut,
    costMicroUsd: record.costMicroUsd,
    reservedMicroUsd,
  };
}
