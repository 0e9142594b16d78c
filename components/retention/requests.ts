import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { type Answered, send } from '#components/chat/wire/requests.ts';
import {
  type HoldMove,
  type HoldRequest,
  type PeriodAnswer,
  periodAnswerSchema,
  type PeriodRequest,
} from '#lib/contract/retention.ts';

export function postHold(request: HoldRequest): Promise<Answered<Response>> {
  return send('/api/retention/holds', { method: 'POST', body: JSON.stringify(request) });
}

export function postHoldMove(holdId: string, move: HoldMove): Promise<Answered<Response>> {
  return send(`/api/retention/holds/${encodeURIComponent(holdId)}`, {
    method: 'POST',
    body: JSON.stringify({ move }),
  });
}

export async function postPeriod(request: PeriodRequest): Promise<Answered<PeriodAnswer>> {
  const sent = await send('/api/retention/periods', { method: 'POST', body: JSON.stringify(request) });
  if (!sent.ok) return sent;
  const value = parseLenient(periodAnswerSchema, await sent.value.json().catch(() => null));
  if (value) return { ok: true, value };
  const message = 'The server sent something this page cannot read.';
  return { ok: false, problem: { kind: 'failed', message, retryable: true } };
}
