import 'server-only';
import { NIL_ID } from '#lib/kernel/ids.ts';
import {
  type ExportedAttack,
  type ExportedAudit,
  exportedAuditSchema,
  type ExportedMail,
  type ExportedUsage,
} from '#lib/contract/export-file.ts';
import { AUDIT_ACTIONS } from '#lib/stages/audit/policy.ts';
import { pages, type Reader } from './pages.ts';

const MEANINGS = new Map<string, string>(Object.entries(AUDIT_ACTIONS));

/** What of theirs an agent confirmed as an attack; the marks that are compared say nothing of anybody and are in no copy. */
export async function* readAttacks(reader: Reader): AsyncGenerator<ExportedAttack> {
  const rows = pages<{ id: string; caseId: string; createdAt: Date }>(reader, (tx, after, limit) =>
    tx.confirmedAttack.findMany({
      where: { personId: reader.viewer.personId, id: { gt: after?.id ?? NIL_ID } },
      orderBy: { id: 'asc' },
      take: limit,
      select: { id: true, caseId: true, createdAt: true },
    }),
  );
  for await (const { id, caseId, createdAt } of rows)
    yield { id, caseId, confirmedAt: createdAt.toISOString() };
}

export async function* readMails(reader: Reader): AsyncGenerator<ExportedMail> {
  const select = {
    id: true,
    recipient: true,
    subject: true,
    body: true,
    createdAt: true,
    sentAt: true,
  } as const;
  type Row = {
    id: string;
    recipient: string;
    subject: string;
    body: string;
    createdAt: Date;
    sentAt: Date | null;
  };
  const rows = pages<Row>(reader, (tx, after, limit) =>
    tx.outboxMail.findMany({
      where: { personId: reader.viewer.personId, id: { gt: after?.id ?? NIL_ID } },
      orderBy: { id: 'asc' },
      take: limit,
      select,
    }),
  );
  for await (const { id: _id, createdAt, sentAt, ...mail } of rows)
    yield { ...mail, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}

type UsageRow = Omit<ExportedUsage, 'at' | 'costMicroUsd'> & { id: string; at: Date; costMicroUsd: bigint };

/** Also what was kept past its month for a legal hold. */
export async function* readUsage(reader: Reader): AsyncGenerator<ExportedUsage> {
  const rows = pages<UsageRow>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT id, at, turn_id AS "turnId", model, input_tokens AS "inputTokens", output_tokens AS "outputTokens",
          cost_micro_usd AS "costMicroUsd", estimated FROM (TABLE cs.usage_entry UNION ALL TABLE cs.usage_held) AS usage
        WHERE person_id = ${reader.viewer.personId}::uuid AND (at, id) > (${after?.at ?? new Date(0)}, ${after?.id ?? NIL_ID}::uuid)
        ORDER BY at, id LIMIT ${limit}::int`,
  );
  for await (const { id: _id, at, costMicroUsd, ...row } of rows)
    yield { at: at.toISOString(), ...row, costMicroUsd: Number(costMicroUsd) };
}

type AuditRow = Omit<ExportedAudit, 'at' | 'by' | 'meaning'> & {
  id: string;
  at: Date;
  bySelf: boolean;
  role: string;
};

/** What the security log says about the viewer: what they did, and what others did to what is theirs, without saying who. */
export async function* readAudit(reader: Reader): AsyncGenerator<ExportedAudit> {
  const rows = pages<AuditRow>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT id, at, by_self AS "bySelf", role, action, outcome, stage, rule, subject_kind AS "subjectKind", subject_id AS "subjectId"
        FROM cs.own_audit_entries(${after?.at ?? new Date(0)}, ${after?.id ?? NIL_ID}::uuid, ${limit}::int)`,
  );
  for await (const { id: _id, at, bySelf, role, ...row } of rows)
    yield exportedAuditSchema.parse({
      at: at.toISOString(),
      by: bySelf ? 'you' : role,
      meaning: MEANINGS.get(row.action) ?? row.action,
      ...row,
    });
}
