import 'server-only';
import { randomBytes } from 'node:crypto';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelToolCall } from '#lib/kernel/model-port.ts';
import type { CallDelta } from './chunk-schema.ts';
import { MAX_CALLS_PER_ANSWER, MAX_EXTRAS_BYTES } from './policy.ts';

/** Stands for a name that no tool could have; providers refuse to be sent such a name back. */
const NO_NAME = 'unnamed';
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** `sentId` is the provider's own id: it tells calls apart, and goes no further. */
type Collected = ModelToolCall & { sentId: string | null };

/**
 * Puts streamed tool-call fragments together. The index tells calls apart where there is one and it is right; some leave it out,
 * some send 0 for all, some no id or the same one twice, some say the name with every fragment. Calls get ids of ours, so that
 * none occurs twice and nothing of the model's making stands in them.
 */
export function createCallCollector(): {
  add(deltas: readonly CallDelta[]): number;
  finish(): ModelToolCall[];
} {
  const calls: Collected[] = [];
  const byIndex = new Map<number, Collected>();

  function callFor(delta: CallDelta): Collected {
    const index = delta.index ?? null;
    const open = index === null ? calls.at(-1) : byIndex.get(index);
    if (open && !isAnother(delta, open)) return open;
    if (calls.length >= MAX_CALLS_PER_ANSWER) throw new AppError('model_malformed');
    const id = `call_${randomBytes(9).toString('hex')}`;
    const made: Collected = { id, sentId: delta.id || null, name: '', argumentsJson: '' };
    calls.push(made);
    if (index !== null) byIndex.set(index, made);
    return made;
  }

  return {
    /** Returns how many bytes came in. */
    add(deltas) {
      let bytes = 0;
      for (const delta of deltas) {
        const { name, arguments: text } = delta.function ?? {};
        const extras = delta.extra_content ? JSON.stringify(delta.extra_content) : '';
        const call = callFor(delta);
        if (name && name !== call.name) call.name += name;
        call.argumentsJson += text ?? '';
        if (extras !== '' && Buffer.byteLength(extras) <= MAX_EXTRAS_BYTES) call.extras = extras;
        bytes += Buffer.byteLength(name ?? '') + Buffer.byteLength(text ?? '') + Buffer.byteLength(extras);
      }
      return bytes;
    },
    finish: () =>
      calls.map(({ id, name, argumentsJson, extras }) => ({
        id,
        name: NAME.test(name) ? name : NO_NAME,
        argumentsJson,
        ...(extras === undefined ? {} : { extras }),
      })),
  };
}

/** A fragment that begins a call beside the one that its place stands for. */
function isAnother(delta: CallDelta, open: Collected): boolean {
  const name = delta.function?.name ?? '';
  const hasIndex = typeof delta.index === 'number';
  if (delta.id && open.sentId && delta.id !== open.sentId) return !hasIndex || name !== '';
  if (name === '' || open.name === '') return false;
  if (!hasIndex && !delta.id && name !== open.name) return true;
  // A name with every fragment is one call, until its arguments were whole and more of them come.
  return (delta.function?.arguments ?? '') !== '' && isJson(open.argumentsJson);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
