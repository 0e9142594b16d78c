import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { OFFERED_INSTEAD, REFUSAL } from '#lib/stages/input-guard/policy.ts';
import { say, type TurnRecord } from './record.ts';

/** Ends a turn whose message was blocked: says how to go on, and offers what can be asked. No model reads it. */
export function* refuse(record: TurnRecord): Generator<TurnEvent> {
  record.finish = 'blocked';
  record.offered = [...OFFERED_INSTEAD];
  yield* say(record, REFUSAL);
}
