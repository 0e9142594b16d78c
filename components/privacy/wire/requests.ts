import type { z } from 'zod';
import { type Answered, ask } from '#components/approvals/wire/ask.ts';
import {
  type Erased,
  erasedSchema,
  type ErasePreview,
  erasePreviewSchema,
  type EraseRequest,
  exportBegunSchema,
  exportListSchema,
} from '#lib/contract/privacy.ts';

export async function requestCopy(): Promise<Answered<z.infer<typeof exportBegunSchema>>> {
  return ask(exportBegunSchema, '/api/me/exports', json({}));
}

export async function listCopies(): Promise<Answered<z.infer<typeof exportListSchema>>> {
  return ask(exportListSchema, '/api/me/exports');
}

/** Where a finished copy is fetched from, once. */
export function copyUrl(exportId: string): string {
  return `/api/me/exports/${exportId}/file`;
}

/** What would go and what stays. Without a conversation: of the account. */
export async function previewErasure(conversationId: string | null): Promise<Answered<ErasePreview>> {
  const query = conversationId === null ? '' : `?conversationId=${encodeURIComponent(conversationId)}`;
  return ask(erasePreviewSchema, `/api/me/erase${query}`);
}

export async function sendErasure(request: EraseRequest): Promise<Answered<Erased>> {
  return ask(erasedSchema, '/api/me/erase', json(request));
}

/** Where a receipt is fetched from, without an account. */
export function receiptUrl(token: string): string {
  return `/api/receipts/${encodeURIComponent(token)}`;
}

export async function fetchReceipt(token: string): Promise<Answered<Erased>> {
  return ask(erasedSchema, receiptUrl(token));
}

function json(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
