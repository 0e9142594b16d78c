import 'server-only';
import { fault } from '#faults';
import type { ModelMessage, ModelTool } from '#lib/kernel/model-port.ts';
import { LIMITS } from '#lib/stages/admission/policy.ts';
import { boundUsage } from '#lib/stages/model/bound-usage.ts';
import { MAX_OUTPUT_TOKENS } from '#lib/stages/model/policy.ts';
import type { TurnRecord } from './record.ts';

/** How much a turn has used of what one turn may. */
export type Meter = { steps: number; calls: number; toolBytes: number };

/** Whether the model may still be handed tools. */
export function mayCall({ steps, calls, toolBytes }: Meter): boolean {
  if (fault('endless-steps')) return true;
  return (
    steps < LIMITS.stepsPerTurn && calls < LIMITS.callsPerTurn && toolBytes < LIMITS.toolResultBytesPerTurn
  );
}

/** Of the calls that a model asks for, those that still run. */
export function withinCalls<T>({ calls }: Meter, asked: readonly T[]): readonly T[] {
  return fault('endless-steps') ? asked : asked.slice(0, Math.max(0, LIMITS.callsPerTurn - calls));
}

/**
 * What a look-up hands the model, counted. What would go past the turn's bytes is kept from the model and said to be: the person has
 * the card.
 */
export function meterResult(meter: Meter, content: string, tooMuch: () => string): string {
  const bytes = Buffer.byteLength(content);
  const isTooMuch = meter.toolBytes + bytes > LIMITS.toolResultBytesPerTurn && !fault('endless-steps');
  meter.toolBytes += bytes;
  return isTooMuch ? tooMuch() : content;
}

/**
 * The most tokens that the next call of the model may answer with, so that the turn stays within what it reserved whatever the provider
 * makes of it; null where there is no room for that call. What was used counts as it was reported, what is sent by its bytes.
 */
export function outputRoom(
  { usage }: Pick<TurnRecord, 'usage'>,
  request: { messages: ModelMessage[]; tools: readonly ModelTool[] },
): number | null {
  const { inputTokens } = boundUsage(request, 0);
  const outputLeft = LIMITS.outputTokensPerTurn - usage.outputTokens;
  if (usage.inputTokens + inputTokens > LIMITS.inputTokensPerTurn || outputLeft < 1) return null;
  return Math.min(MAX_OUTPUT_TOKENS, outputLeft);
}
