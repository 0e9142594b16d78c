import 'server-only';
import { randomBytes } from 'node:crypto';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelToolCall } from '#lib/kernel/ports.ts';
import type { CallDelta } from './chunk-schema.ts';
import { MAX_CALLS_PER_ANSWER } from './policy.ts';

/** Stands for a name that no tool could have; providers refuse to be sent such a name back. */
const NO_NAME = 'unnamed';
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** `sentId` is the provider's own id: it tells calls apart, and goes no further. */
type Collected = ModelToolCall & { sentId: string | null };

/**
 * Puts streamed tool-call fragments together. Some providers leave `index` out: then a new id starts a new call. Calls get
 * ids of ours, so that none occurs twice and nothing of the model's making stands in them.
 */
export function createCallCollector(): {
  add(deltas: readonly CallDelta[]): number;
  finish(): ModelToolCall[];
} {
  const calls: Collected[] = [];

  function callFor(delta: CallDelta): Collected {
    const last = calls.at(-1);
    const goesOn = last !== undefined && (!delta.id || delta.id === last.sentId);
    const position = delta.index ?? (goesOn ? calls.length - 1 : calls.length);
    const known = calls[position];
    if (known) return known;
    if (calls.length >= MAX_CALLS_PER_ANSWER || position !== calls.length)
      throw new AppError('model_malformed');
    const made = {
      id: `call_${randomBytes(9).toString('hex')}`,
      sentId: delta.id ?? null,
      name: '',
      argumentsJson: '',
    };
    calls.push(made);
    return made;
  }

  return {
    /** Returns how many bytes came in. */
    add(deltas) {
      let bytes = 0;
      for (const delta of deltas) {
        const { name, arguments: text } = delta.function ?? {};
        const call = callFor(delta);
        call.name += name ?? '';
        call.argumentsJson += text ?? '';
        bytes += Buffer.byteLength(name ?? '') + Buffer.byteLength(text ?? '');
      }
      return bytes;
    },
    finish: () =>
      calls.map(({ id, name, argumentsJson }) => ({
        id,
        name: NAME.test(name) ? name : NO_NAME,
        argumentsJson,
      })),
  };
}
