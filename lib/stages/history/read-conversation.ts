import 'server-only';
import { fault } from '#faults';
import type { Conversation, Message } from '#lib/contract/conversations.ts';
import { finishSchema, type StageEvent } from '#lib/contract/chat.ts';
import { writerOf } from '#lib/contract/generated-by.ts';
import { type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext, titleContext } from './contexts.ts';
import { toFeedback } from './feedback/to-feedback.ts';
import { loadKey } from './load-key.ts';
import { type MessageRow, readBranchRows } from './message-rows.ts';
import { MESSAGE_PAGE, REACH_MESSAGES } from './policy.ts';
import { EMPTY_TRACE, traceSchema } from './trace.ts';

/** Messages shown before the one that was reached for. */
const BEFORE_REACHED = 4;

type Row = {
  id: string;
  title: Uint8Array;
  temporary: boolean;
  activeMessageId: string | null;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
};

/**
 * One of the viewer's conversations: the newest page of the branch on screen, or the page before `cursor` (a message id). With
 * `at`, a message id, the newest page reaches back to that message, unless it is on another branch or too far back. Throws `not_found` for what is not theirs, not there, expired or malformed.
 */
export async function readConversation(
  viewer: Viewer,
  tx: Tx,
  args: { id: string; cursor?: string | undefined; at?: string | undefined },
): Promise<Conversation> {
  if (!isId(args.id) || (args.cursor !== undefined && !isId(args.cursor))) throw new AppError('not_found');
  const theirs = fault('foreign-conversation')
    ? Prisma.empty
    : Prisma.sql`AND person_id = ${viewer.personId}::uuid`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, title, temporary, active_message_id AS "activeMessageId", created_at AS "createdAt", updated_at AS "updatedAt", expires_at AS "expiresAt"
    FROM cs.conversation WHERE id = ${args.id}::uuid ${theirs} AND expires_at > cs.now()`;
  if (!row) throw new AppError('not_found');
  const dataKey = await loadKey(viewer, tx, args.id);
  const leafId = args.cursor ?? row.activeMessageId;
  const size = await pageSize(tx, args);
  const found = await readBranchRows(tx, args.id, leafId, size + 1);
  const page = args.cursor ? found.slice(0, -1) : found.slice(-size);
  const branches = await readBranches(tx, args.id, page);
  return {
    id: row.id,
    title: open(dataKey, titleContext(viewer, row.id), row.title),
    temporary: row.temporary,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    messages: page.map((message) => toMessage(viewer, dataKey, args.id, message, branches)),
    nextCursor: page[0]?.parentId ? page[0].id : null,
  };
}

/** How many messages the page takes: with `at`, as many as there may be from that one on, its question and some before. */
async function pageSize(tx: Tx, args: { id: string; cursor?: string | undefined; at?: string | undefined }) {
  if (args.cursor || args.at === undefined || !isId(args.at)) return MESSAGE_PAGE;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM cs.message WHERE conversation_id = ${args.id}::uuid
      AND sequence >= (SELECT sequence FROM cs.message WHERE id = ${args.at}::uuid AND conversation_id = ${args.id}::uuid)`;
  const reach = (row?.count ?? 0) + BEFORE_REACHED;
  return reach <= REACH_MESSAGES ? Math.max(MESSAGE_PAGE, reach) : MESSAGE_PAGE;
}

/** Which messages of the person stand at the same place, oldest first, by their parent. */
async function readBranches(
  tx: Tx,
  conversationId: string,
  page: readonly MessageRow[],
): Promise<Map<string | null, string[]>> {
  const parents = page.filter((message) => message.role === 'user').map((message) => message.parentId);
  const rows = await tx.message.findMany({
    where: {
      conversationId,
      role: 'user',
      OR: [{ parentId: { in: parents.filter((id) => id !== null) } }, { parentId: null }],
    },
    orderBy: { sequence: 'asc' },
    select: { id: true, parentId: true },
  });
  const groups = Map.groupBy(rows, (row) => row.parentId);
  return new Map([...groups].map(([parent, group]) => [parent, group.map((row) => row.id)]));
}

function toMessage(
  viewer: Viewer,
  dataKey: DataKey,
  conversationId: string,
  row: MessageRow,
  branches: Map<string | null, string[]>,
): Message {
  const place = { conversationId, messageId: row.id, role: row.role, sequence: row.sequence };
  const trace = row.trace
    ? traceSchema.parse(JSON.parse(open(dataKey, messageContext(viewer, 'trace', place), row.trace)))
    : EMPTY_TRACE;
  return {
    id: row.id,
    role: row.role,
    text: open(dataKey, messageContext(viewer, 'body', place), row.body),
    generatedBy: writerOf(row.role, row.finish),
    createdAt: row.createdAt.toISOString(),
    finish: row.finish === null ? null : finishSchema.parse(row.finish),
    turnId: row.turnId,
    branches: row.role === 'user' ? (branches.get(row.parentId) ?? []) : [],
    feedback: toFeedback(viewer, dataKey, conversationId, row),
    ...trace,
    stages: trace.stages.map((stage): StageEvent => ({ ...stage })),
    ...(row.role === 'assistant' && !row.trace ? { lookupsRemoved: true as const } : {}),
  };
}
