import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelToolCall } from '#lib/kernel/ports.ts';
import type { Chunk } from './chunk-schema.ts';
import { MAX_CALLS_PER_ANSWER } from './policy.ts';

type CallDelta = NonNullable<NonNullable<NonNullable<NonNullable<Chunk['choices']>[number]>['delta']>['tool_calls']>[number];

/** Puts streamed tool-call fragments together. Some providers leave `index` out: then a new id starts a new call. */
export function createCallCollector(): { add(deltas: readonly CallDelta[]): number; finish(): ModelToolCall[] } {
  const calls: ModelToolCall[] = [];

  function callFor(delta: CallDelta): ModelToolCall {
    const position = delta.index ?? (delta.id || calls.length === 0 ? calls.length : calls.length - 1);
    const known = calls[position];
    if (known) return known;
    if (calls.length >= MAX_CALLS_PER_ANSWER || position !== calls.length) throw new AppError('model_malformed');
    const made = { id: `call_${position}`, name: '', argumentsJson: '' };
    calls.push(made);
    return made;
  }

  return {
    /** Returns how many characters came in. */
    add(deltas) {
      let characters = 0;
      for (const delta of deltas) {
        const call = callFor(delta);
        if (delta.id) call.id = delta.id;
        call.name += delta.function?.name ?? '';
        call.argumentsJson += delta.function?.arguments ?? '';
        characters += (delta.function?.name?.length ?? 0) + (delta.function?.arguments?.length ?? 0);
      }
      return characters;
    },
    finish: () => calls.filter((call) => call.name !== ''),
  };
}
