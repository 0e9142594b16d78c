import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import type { GuardedText } from '#lib/stages/output-guard/create-output-guard.ts';
import { noteStage, say, type TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** Sends what the output guard let through and notes what it found. Returns true when the guard ended the answer. */
export function* noteGuarded(
  turn: Turn,
  record: TurnRecord,
  guarded: GuardedText,
  isLast: boolean,
): Generator<TurnEvent, boolean> {
  for (const finding of guarded.findings) {
    yield noteStage(turn, record, 'output-guard', {
      verdict: finding.verdict,
      rule: finding.rule,
      reason: finding.reason,
    });
  }
  yield* say(record, guarded.text);
  if (guarded.ended) record.finish = guarded.ended === 'length' ? 'length' : 'blocked';
  const clean = isLast && !record.trace.stages.some((stage) => stage.stage === 'output-guard');
  if (clean) yield noteStage(turn, record, 'output-guard', { verdict: 'pass' });
  return guarded.ended !== undefined;
}
