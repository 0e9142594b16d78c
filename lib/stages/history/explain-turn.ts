import 'server-only';
import { caseStateSchema } from '#lib/contract/cases.ts';
import { finishSchema } from '#lib/contract/chat.ts';
import type { Explanation } from '#lib/contract/explain.ts';
import { open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from './contexts.ts';
import { loadKey } from './load-key.ts';
import { EMPTY_TRACE, type Trace, traceSchema } from './trace.ts';

type Row = {
  conversationId: string;
  askedAt: Date;
  closedAt: Date | null;
  expiresAt: Date;
  model: string;
  promptVersion: string;
  policyVersion: string;
  answerId: string;
  sequence: number;
  body: Uint8Array | null;
  trace: Uint8Array | null;
  finish: string | null;
};

/**
 * What one of the viewer's answers rests on, as it was stored with it: facts, stages, versions, and whether they contested it. Throws
 * `not_found` for what is not theirs, not there, expired or malformed.
 */
export async function explainTurn(
  viewer: Viewer,
  tx: Tx,
  turnId: string,
): Promise<Omit<Explanation, 'changes'>> {
  if (!isId(turnId)) throw new AppError('not_found');
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.conversation_id AS "conversationId", t.opened_at AS "askedAt", t.closed_at AS "closedAt", c.expires_at AS "expiresAt", t.model,
           t.prompt_version AS "promptVersion", t.policy_version AS "policyVersion", t.answer_message_id AS "answerId",
           t.answer_sequence AS sequence, m.body, m.trace, coalesce(m.finish, t.finish) AS finish
    FROM cs.turn t JOIN cs.conversation c ON c.id = t.conversation_id AND c.expires_at > cs.now()
    LEFT JOIN cs.message m ON m.id = t.answer_message_id AND m.conversation_id = t.conversation_id
    WHERE t.id = ${turnId}::uuid AND t.person_id = ${viewer.personId}::uuid`;
  if (!row) throw new AppError('not_found');
  const { trace, text } = await readStored(viewer, tx, row);
  // The prompt is composed for a model and for nothing else; a turn that was lost had one, for all that is known.
  const asked = row.trace === null || trace.stages.some(({ stage }) => stage === 'prompt');
  return {
    turnId,
    conversationId: row.conversationId,
    generatedBy: asked ? 'model' : 'application',
    askedAt: row.askedAt.toISOString(),
    endedAt: row.closedAt?.toISOString() ?? null,
    finish: finishSchema.nullable().parse(row.finish),
    text,
    versions: {
      policy: row.policyVersion,
      prompt: row.promptVersion,
      model: asked ? row.model : null,
    },
    facts: trace.tools,
    lookupsRemoved: row.body !== null && row.trace === null,
    stages: trace.stages,
    claims: trace.claims,
    contested: await readContested(viewer, tx, turnId),
    expiresAt: row.expiresAt.toISOString(),
  };
}

async function readStored(viewer: Viewer, tx: Tx, row: Row): Promise<{ trace: Trace; text: string }> {
  if (row.body === null) return { trace: EMPTY_TRACE, text: '' };
  const dataKey = await loadKey(viewer, tx, row.conversationId);
  const { conversationId, answerId: messageId, sequence } = row;
  const place = { conversationId, messageId, sequence, role: 'assistant' } as const;
  const read = (column: 'body' | 'trace', envelope: Uint8Array) =>
    open(dataKey, messageContext(viewer, column, place), envelope);
  // Retention takes the record away before the answer itself.
  const trace = row.trace ? traceSchema.parse(JSON.parse(read('trace', row.trace))) : EMPTY_TRACE;
  return { trace, text: read('body', row.body) };
}

async function readContested(viewer: Viewer, tx: Tx, turnId: string): Promise<Explanation['contested']> {
  const [row] = await tx.$queryRaw<{ caseId: string; state: string; at: Date }[]>`
    SELECT id AS "caseId", state, created_at AS at FROM cs.support_case
    WHERE turn_id = ${turnId}::uuid AND person_id = ${viewer.personId}::uuid AND kind = 'contest' ORDER BY id DESC LIMIT 1`;
  if (!row) return null;
  return { caseId: row.caseId, state: caseStateSchema.parse(row.state), at: row.at.toISOString() };
}
