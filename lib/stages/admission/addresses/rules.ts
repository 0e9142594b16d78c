import 'server-only';
import { createHash } from 'node:crypto';
import { type AddressRule, addressActionSchema } from '#lib/contract/switches.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Rule } from './is-let-in.ts';

export type StoredRule = Rule & { id: string; reason: string; setBy: string | null; setAt: Date };

/** Every rule of the door, what is allowed first. They are no secret of a customer's: the door itself reads them before it knows a viewer. */
export async function readRules(_viewer: Viewer, tx: Tx): Promise<StoredRule[]> {
  const rows = await tx.$queryRaw<(Omit<StoredRule, 'action'> & { action: string })[]>`
    SELECT id, action, range::text AS range, reason, set_by AS "setBy", set_at AS "setAt" FROM cs.address_rule
    ORDER BY action, cs.address_rule.range, id`;
  return rows.map((row) => ({ ...row, action: addressActionSchema.parse(row.action) }));
}

/** One change of the rules at a time, until the end of the transaction: none is judged by rules that another just replaced. */
export async function holdRules(_viewer: Viewer, tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('cs.address_rule', 0))::text`;
}

/** Whether no bit is set beyond the prefix: `192.0.2.1/24` is a slip, and nobody knows whose side it errs on. */
export async function isExact(_viewer: Viewer, tx: Tx, range: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { exact: boolean }[]
  >`SELECT network(${range}::inet)::inet = ${range}::inet AS exact`;
  return row?.exact ?? false;
}

/** `setBy` null: someone at a command line, who has the owner's role. */
export async function addRule(
  _viewer: Viewer,
  tx: Tx,
  { action, range, reason, setBy }: Rule & { reason: string; setBy: string | null },
): Promise<string> {
  const id = newId();
  await tx.$executeRaw`
    INSERT INTO cs.address_rule (id, action, range, reason, set_by) VALUES (${id}::uuid, ${action}, ${range}::inet, ${reason}, ${setBy}::uuid)
    ON CONFLICT DO NOTHING`;
  return id;
}

export async function removeRules(_viewer: Viewer, tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.addressRule.deleteMany({ where: { id: { in: [...ids] } } });
}

/** Names these very rules: what was previewed with them is confirmed only while they stand. */
export function revisionOf(rules: readonly StoredRule[]): string {
  const ids = rules.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22);
}

/** A rule as the page shows it. */
export function toAddressRule({ id, action, range, reason, setAt }: StoredRule, setBy: string): AddressRule {
  return { ruleId: id, action, range, reason, setAt: setAt.toISOString(), setBy };
}
