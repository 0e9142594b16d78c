import 'server-only';
import type { TurnEvent } from '#lib/contract/chat.ts';
import type { Finding, GuardedText, OutputGuard } from '#lib/stages/output-guard/create-output-guard.ts';
import { noteStage, say, type TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** Sends what the output guard let through and notes what it found. Returns true when the guard ended the answer. */
export function* noteGuarded(
  turn: Turn,
  record: TurnRecord,
  guarded: GuardedText,
  isLast: boolean,
): Generator<TurnEvent, boolean> {
  yield* noteFindings(turn, record, guarded.findings);
  yield* say(record, guarded.text);
  if (guarded.ended) record.finish = guarded.ended === 'length' ? 'length' : 'blocked';
  const clean = isLast && !record.trace.stages.some((stage) => stage.stage === 'output-guard');
  if (clean) yield noteStage(turn, record, 'output-guard', { verdict: 'pass' });
  return guarded.ended !== undefined;
}

/** What the guard found is reported with the answer's end: of an answer that is broken off it is noted here, for the log. */
export async function* noteWhenBrokenOff<T>(
  turn: Turn,
  record: TurnRecord,
  guard: OutputGuard,
  answering: AsyncGenerator<TurnEvent, T>,
): AsyncGenerator<TurnEvent, T> {
  let isBrokenOff = true;
  try {
    const result = yield* answering;
    isBrokenOff = false;
    return result;
  } finally {
    // Nobody may be listening any more.
    if (isBrokenOff) noteFindings(turn, record, guard.findings());
  }
}

function noteFindings(turn: Turn, record: TurnRecord, findings: readonly Finding[]): TurnEvent[] {
  return findings.map(({ verdict, rule, reason }) =>
    noteStage(turn, record, 'output-guard', { verdict, rule, reason }),
  );
}
