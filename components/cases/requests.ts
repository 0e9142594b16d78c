import type { z } from 'zod';
import { type Answered, read, send } from '#components/chat/wire/requests.ts';
import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import {
  caseListSchema,
  caseOpenedSchema,
  type CaseReply,
  type ContestRequest,
  type HandoverRequest,
  type SupportCase,
  supportCaseSchema,
} from '#lib/contract/cases.ts';

type Opened = z.infer<typeof caseOpenedSchema>;

export function getCases(): Promise<Answered<z.infer<typeof caseListSchema>>> {
  return read(caseListSchema, '/api/cases');
}

export function getCase(id: string): Promise<Answered<SupportCase>> {
  return read(supportCaseSchema, `/api/cases/${encodeURIComponent(id)}`);
}

export function postHandover(request: HandoverRequest): Promise<Answered<Opened>> {
  return openCase('/api/handovers', request);
}

export function postContest(turnId: string, request: ContestRequest): Promise<Answered<Opened>> {
  return openCase(`/api/turns/${encodeURIComponent(turnId)}/contest`, request);
}

export function postReply(id: string, reply: CaseReply): Promise<Answered<Response>> {
  return send(`/api/cases/${encodeURIComponent(id)}/reply`, { method: 'POST', body: JSON.stringify(reply) });
}

/** Goes on when the page is left: a reply that was read is not announced again. */
export function patchSeen(id: string, seenUntil: string): Promise<Answered<Response>> {
  return send(`/api/cases/${encodeURIComponent(id)}`, {
    method: 'PATCH',
    body: JSON.stringify({ seenUntil }),
    keepalive: true,
  });
}

async function openCase(url: string, request: HandoverRequest | ContestRequest): Promise<Answered<Opened>> {
  const sent = await send(url, { method: 'POST', body: JSON.stringify(request) });
  if (!sent.ok) return sent;
  const value = parseLenient(caseOpenedSchema, await sent.value.json().catch(() => null));
  if (value) return { ok: true, value };
  return {
    ok: false,
    problem: { kind: 'failed', message: 'The server sent something this page cannot read.', retryable: true },
  };
}
