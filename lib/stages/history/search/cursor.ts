import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';

/** Where a search goes on: with this conversation, before this message of it. */
export type SearchCursor = { updatedAt: Date; conversationId: string; before: number };

export function writeCursor({ updatedAt, conversationId, before }: SearchCursor): string {
  return `${updatedAt.getTime()}.${before}.${conversationId}`;
}

/** Throws `malformed`. A cursor opens nothing: what it names is looked for among the viewer's own alone. */
export function readCursor(cursor: string): SearchCursor {
  const [, time, before, id] = /^(\d{1,15})\.(\d{1,9})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (time === undefined || before === undefined || id === undefined || !isId(id))
    throw new AppError('malformed');
  return { updatedAt: new Date(Number(time)), conversationId: id, before: Number(before) };
}
