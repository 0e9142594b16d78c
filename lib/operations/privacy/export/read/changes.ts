import 'server-only';
import { z } from 'zod';
import { cardLineSchema } from '#lib/contract/approvals.ts';
import { type ExportedChange, exportedChangeSchema } from '#lib/contract/export-file.ts';
import { CipherError, open } from '#lib/kernel/cipher/envelope.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { loadKey } from '#lib/stages/history/load-key.ts';
import { reasonContext } from '#lib/stages/history/reason-context.ts';
import { pages, type Reader } from './pages.ts';

type Row = {
  id: string;
  tool: string;
  state: string;
  outcome: string | null;
  amountMinor: bigint | null;
  currency: string | null;
  people: number;
  createdAt: Date;
  confirmedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  conversationId: string;
  display: string | null;
  reason: Uint8Array | null;
  summary: string | null;
  executedAt: Date | null;
};
type SignedRow = Pick<Row, 'id' | 'tool' | 'amountMinor' | 'currency' | 'summary' | 'executedAt'>;

const displaySchema = z.object({ title: z.string(), lines: z.array(cardLineSchema) });
const iso = (date: Date | null) => date?.toISOString() ?? null;
const money = ({ amountMinor, currency }: Pick<Row, 'amountMinor' | 'currency'>) =>
  amountMinor === null ? null : { amountMinor: Number(amountMinor), currency };

/** Changes that the viewer asked for, with their cards, decisions and effects; then those they countersigned for others. */
export async function* readChanges(reader: Reader): AsyncGenerator<ExportedChange> {
  const { personId } = reader.viewer;
  const asked = pages<Row>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT p.id, p.tool, p.state, p.outcome, p.amount_minor AS "amountMinor", p.currency, p.people, p.created_at AS "createdAt",
          p.confirmed_at AS "confirmedAt", p.decided_at AS "decidedAt", p.decided_by AS "decidedBy", p.conversation_id AS "conversationId",
          c.display, c.reason, e.summary, e.executed_at AS "executedAt"
        FROM cs.proposal p LEFT JOIN cs.proposal_card c ON c.proposal_id = p.id LEFT JOIN cs.effect e ON e.proposal_id = p.id
        WHERE p.person_id = ${personId}::uuid AND p.id > ${after?.id ?? NIL_ID}::uuid ORDER BY p.id LIMIT ${limit}::int`,
  );
  for await (const row of asked) yield toChange(reader, row);
  const signed = pages<SignedRow>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT proposal_id AS id, tool, amount_minor AS "amountMinor", currency, summary, executed_at AS "executedAt" FROM cs.effect
        WHERE approver_id = ${personId}::uuid AND proposal_id > ${after?.id ?? NIL_ID}::uuid ORDER BY proposal_id LIMIT ${limit}::int`,
  );
  for await (const row of signed) yield toSigned(row);
}

async function toChange(reader: Reader, row: Row): Promise<ExportedChange> {
  const text = row.reason && (await openReason(reader, row, row.reason));
  return exportedChangeSchema.parse({
    id: row.id,
    tool: row.tool,
    part: 'asked',
    state: row.state,
    outcome: row.outcome,
    amount: money(row),
    people: row.people,
    createdAt: iso(row.createdAt),
    confirmedAt: iso(row.confirmedAt),
    decidedAt: iso(row.decidedAt),
    decidedByYou: row.decidedBy === reader.viewer.personId,
    card: row.display === null ? null : displaySchema.parse(JSON.parse(row.display)),
    reason: text && { text, generated_by: { kind: 'model', model: null, promptVersion: null } },
    effect: row.executedAt && { summary: row.summary ?? '', executedAt: iso(row.executedAt) },
  });
}

function toSigned(row: SignedRow): ExportedChange {
  return exportedChangeSchema.parse({
    id: row.id,
    tool: row.tool,
    part: 'countersigned',
    state: 'executed',
    outcome: null,
    amount: money(row),
    people: 2,
    createdAt: null,
    confirmedAt: null,
    decidedAt: iso(row.executedAt),
    decidedByYou: true,
    card: null,
    reason: null,
    effect: { summary: row.summary ?? '', executedAt: iso(row.executedAt) },
  });
}

/** They went with their conversation where that is gone. */
async function openReason({ viewer }: Reader, row: Row, sealed: Uint8Array): Promise<string | null> {
  const { conversationId, id: proposalId } = row;
  try {
    const dataKey = await withViewer(viewer, (tx) => loadKey(viewer, tx, conversationId));
    return open(dataKey, reasonContext(viewer, { conversationId, proposalId }), sealed);
  } catch (error) {
    if (error instanceof CipherError || (error instanceof AppError && error.code === 'not_found'))
      return null;
    throw error;
  }
}
