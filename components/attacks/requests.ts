import { type Answered, send } from '#components/chat/wire/requests.ts';
import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { type AttackAnswer, attackAnswerSchema, type AttackRequest } from '#lib/contract/attacks.ts';

export async function postAttack(caseId: string, request: AttackRequest): Promise<Answered<AttackAnswer>> {
  const sent = await send(`/api/cases/${encodeURIComponent(caseId)}/attacks`, {
    method: 'POST',
    body: JSON.stringify(request),
  });
  if (!sent.ok) return sent;
  const value = parseLenient(attackAnswerSchema, await sent.value.json().catch(() => null));
  if (value) return { ok: true, value };
  const message = 'The server sent something this page cannot read.';
  return { ok: false, problem: { kind: 'failed', message, retryable: true } };
}

export function deleteAttack(id: string): Promise<Answered<Response>> {
  return send(`/api/attacks/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
