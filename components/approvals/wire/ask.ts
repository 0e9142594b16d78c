import type { z } from 'zod';
import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { type Trouble, troubleFrom, troubleOf } from './trouble.ts';

export type Answered<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** Sends a request and reads its answer, past fields this page does not know. Never rejects. */
export async function ask<Schema extends z.ZodType>(
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
