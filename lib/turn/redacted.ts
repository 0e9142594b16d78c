import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { REASON } from '#lib/contract/reasons.ts';
import { REDACTION_KINDS, REDACTIONS } from '#lib/stages/input-guard/policy.ts';
import { noteStage, type TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** What was taken out of the message before it was stored, by kind. */
export function* noteRemoved(turn: Turn, record: TurnRecord): Generator<TurnEvent> {
  for (const kind of REDACTION_KINDS) {
    if (!turn.removed[kind]) continue;
    const { reason } = REDACTIONS[kind];
    yield noteStage(turn, record, 'input-guard', { verdict: 'redact', reason, rule: kind });
  }
}

/** That the message named details which the model sees placeholders for: `question` is the message as it reads it. */
export function* noteHidden(turn: Turn, record: TurnRecord, question: string): Generator<TurnEvent> {
  if (question === turn.text) return;
  yield noteStage(turn, record, 'input-guard', {
    verdict: 'redact',
    reason: REASON.detailsHidden,
    rule: 'vault',
  });
}
