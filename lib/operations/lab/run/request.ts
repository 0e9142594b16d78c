import 'server-only';
import { errorBodySchema, isErrorCode } from '#lib/contract/errors.ts';
import type { StepOf } from '#lib/contract/lab/scene.ts';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { readCapped } from '#lib/kernel/http.ts';
import { ANSWER_READ_MAX_BYTES, KEPT_MAX } from '../policy.ts';
import { atOnce } from './at-once.ts';
import { fillText } from './fill.ts';
import { noteLeft, personOf, type Run, traced } from './state.ts';

/** A request that no page of ours sends, once or more often, over a real socket. */
export async function* request(run: Run, step: number, asked: StepOf<'request'>): AsyncGenerator<TraceEvent> {
  if (JSON.stringify(asked).includes('{foreign-conversation}')) await openForeign(run);
  for (let time = 0; time < (asked.times ?? 1); time += 1)
    yield* atOnce(asked.atOnce ?? 1, () => requestOnce(run, step, asked));
}

async function* requestOnce(run: Run, step: number, asked: StepOf<'request'>): AsyncGenerator<TraceEvent> {
  const actor = asked.as ?? run.attack.as;
  const body = bodyOf(run, asked);
  const path = fillText(run, asked.path);
  const headers = Object.fromEntries(
    Object.entries(asked.headers).map(([name, value]) => [name, fillText(run, value)]),
  );
  const bytes = Buffer.byteLength(body ?? '', 'utf8');
  const { method } = asked;
  const shown = { method, path, headers, body: (body ?? '').slice(0, KEPT_MAX), bytes };
  yield traced(run, 'request', step, { as: actor, ...shown });
  const response = await run.house.call({
    as: personOf(run, actor),
    method,
    path,
    headers: { ...ownHeaders(run), ...headers, ...run.tokenHeaders },
    body,
  });
  const text = await readCapped(response, ANSWER_READ_MAX_BYTES);
  run.requested.push(response.status);
  noteLeft(run, actor, text);
  const code = codeOf(text);
  if (code) run.refusals.push({ stage: null, verdict: 'block', rule: code, code, via: 'request' });
  const answer = {
    status: response.status,
    body: text.slice(0, KEPT_MAX),
    bytes: Buffer.byteLength(text, 'utf8'),
  };
  yield traced(run, 'answer', step, code ? { ...answer, code } : answer);
}

/** What our own pages send along; a forged request overwrites it. */
export function ownHeaders(run: Run): Record<string, string> {
  return { 'content-type': 'application/json', origin: run.house.origin, 'sec-fetch-site': 'same-origin' };
}

function bodyOf(run: Run, { body, padTo }: StepOf<'request'>): string | undefined {
  if (body === undefined && padTo === undefined) return undefined;
  const text = fillText(run, typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  return padTo === undefined ? text : text.padEnd(padTo, ' ');
}

export function codeOf(text: string) {
  try {
    const parsed = errorBodySchema.safeParse(JSON.parse(text));
    const code = parsed.success ? parsed.data.error.code : undefined;
    return code !== undefined && isErrorCode(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** The stranger begins a conversation of their own, through the same application, so that there is one to reach for. */
async function openForeign(run: Run): Promise<void> {
  if (run.foreignConversation) return;
  const body = JSON.stringify({ text: 'What is on my latest invoice?', idempotencyKey: `foreign-${run.id}` });
  const { stranger } = run.cast.people;
  const response = await run.house.call({
    as: stranger,
    method: 'POST',
    path: '/api/chat',
    headers: { ...ownHeaders(run), ...run.tokenHeaders },
    body,
  });
  const text = await readCapped(response, ANSWER_READ_MAX_BYTES);
  const id = /"conversationId":"([0-9a-f-]{36})"/.exec(text)?.[1];
  if (id === undefined) throw new Error(`The stranger could not begin a conversation: ${text.slice(0, 200)}`);
  run.foreignConversation = { id };
}
