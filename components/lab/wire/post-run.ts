import { z } from 'zod';
import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { readBlock, readBlocks } from '#components/chat/wire/read-blocks.ts';
import { type Answered, send } from '#components/chat/wire/requests.ts';
import { type RunRequest, type TraceEvent, traceEventSchema } from '#lib/contract/lab/trace.ts';

/** A player solved a challenge with this run: what to hand in. Made for this player alone. */
const flagSchema = z.object({ challenge: z.string(), flag: z.string() });
export type Flag = z.infer<typeof flagSchema>;

export type RunPart = { trace: TraceEvent } | { flag: Flag };

/**
 * Starts one run; the trace arrives while it happens. Rejects only when `signal` aborts. Leaving stops the run on the
 * server too.
 */
export async function postRun(
  request: RunRequest,
  signal: AbortSignal,
): Promise<Answered<AsyncGenerator<RunPart>>> {
  const sent = await send('/api/lab/runs', { method: 'POST', body: JSON.stringify(request), signal });
  if (!sent.ok) return sent;
  const { body } = sent.value;
  if (body) return { ok: true, value: readRun(body) };
  return { ok: false, problem: { kind: 'failed', message: 'The run sent nothing.', retryable: true } };
}

/** What one run sends, as it arrives. What this page does not know is passed over. */
export async function* readRun(body: ReadableStream<Uint8Array>): AsyncGenerator<RunPart> {
  for await (const block of readBlocks(body)) {
    const read = readBlock(block);
    if (read?.event === 'trace') {
      const trace = parseLenient(traceEventSchema, read.data);
      if (trace) yield { trace };
    }
    if (read?.event === 'flag') {
      const flag = parseLenient(flagSchema, read.data);
      if (flag) yield { flag };
    }
  }
}
