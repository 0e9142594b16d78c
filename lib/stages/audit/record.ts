import 'server-only';
import { fault } from '#faults';
import type { Tx } from '#lib/kernel/db.ts';
import { newId, NIL_ID } from '#lib/kernel/ids.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { AUDIT_ACTIONS } from './policy.ts';

/** Longest value an entry keeps, in characters. */
const MAX_VALUE_CHARACTERS = 120;

/**
 * Appends entries in the caller's transaction, attributed to the viewer (null: nobody, before a sign-in). Throws `RangeError` on an action outside the
 * vocabulary. The role that writes can't read, change or remove entries.
 */
export async function recordAudit(
  viewer: Viewer | null,
  tx: Tx,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await append(
    tx,
    entries.map((entry) => toRow(viewer, entry)),
  );
}

/**
 * Appends entries of a person at a command line, who has no account here: nobody's, in the name of the tenant they are about. Takes the
 * owner's role, inside that tenant.
 */
export async function recordOperator(
  tenantId: string,
  tx: Tx,
  entries: readonly AuditEntry[],
): Promise<void> {
  await append(
    tx,
    entries.map((entry) => ({ ...toRow(null, entry), tenantId, role: 'operator' })),
  );
}

/** One statement that is the same for any number of entries, so that the server knows it already: every turn and decision ends with it. */
async function append(tx: Tx, rows: readonly ReturnType<typeof toRow>[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cs.audit_entry (id, tenant_id, person_id, role, action, outcome, stage, rule, subject_kind, subject_id, turn_id, request_id, facts)
    SELECT e.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(id uuid, "tenantId" uuid, "personId" uuid, role text, action text,
      outcome text, stage text, rule text, "subjectKind" text, "subjectId" text, "turnId" uuid, "requestId" text, facts jsonb)`;
}

function toRow(viewer: Viewer | null, entry: AuditEntry) {
  if (!Object.hasOwn(AUDIT_ACTIONS, entry.action)) throw new RangeError('Unknown audit action');
  return {
    id: newId(),
    tenantId: viewer?.actingTenantId ?? viewer?.homeTenantId ?? NIL_ID,
    personId: viewer?.personId ?? null,
    role: viewer?.role ?? 'nobody',
    action: entry.action,
    outcome: entry.outcome,
    stage: plain(entry.stage),
    rule: plain(entry.rule),
    subjectKind: plain(entry.subjectKind),
    subjectId: plain(entry.subjectId),
    turnId: entry.turnId ?? null,
    requestId: plain(entry.requestId),
    ...(entry.facts ? { facts: plainFacts(entry.facts) } : {}),
  };
}

/** Values may come from outside (a tool name the model made up): one line, printable, short. */
function plain(value: string | undefined): string | null {
  if (fault('audit-newline-kept')) return value ?? null;
  return value === undefined ? null : value.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_VALUE_CHARACTERS);
}

function plainFacts(facts: NonNullable<AuditEntry['facts']>): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? (plain(value) ?? '') : value,
    ]),
  );
}
