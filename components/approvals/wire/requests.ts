import type { z } from 'zod';
import {
  type ApprovalList,
  approvalListSchema,
  type Decided,
  type Decision,
  decidedSchema,
  type OfferedApproval,
  offeredApprovalSchema,
} from '#lib/contract/approvals.ts';
import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { type Trouble, troubleFrom, troubleOf } from './trouble.ts';

export type Answered<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** The card as it is now, with a nonce of this viewer's own. */
export async function getApproval(id: string): Promise<Answered<OfferedApproval>> {
  return ask(offeredApprovalSchema, `/api/approvals/${encodeURIComponent(id)}`);
}

export async function getApprovals(query: {
  status?: string;
  cursor?: string;
}): Promise<Answered<ApprovalList>> {
  const search = new URLSearchParams(query).toString();
  return ask(approvalListSchema, `/api/approvals${search === '' ? '' : `?${search}`}`);
}

export async function postDecision(id: string, decision: Decision): Promise<Answered<Decided>> {
  return ask(decidedSchema, `/api/approvals/${encodeURIComponent(id)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(decision),
  });
}

async function ask<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  init: RequestInit = {},
): Promise<Answered<z.output<Schema>>> {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store' });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, trouble: troubleOf(response.status, body) };
    const value = parseLenient(schema, body);
    return value === null ? { ok: false, trouble: troubleFrom('unreadable') } : { ok: true, value };
  } catch {
    return { ok: false, trouble: troubleFrom('offline') };
  }
}
