import 'server-only';
import { asReader, asWriter, type Tx, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { BillingReader, ChangeDraft, ChangeEffect, ChangeRequest, Viewer } from '#lib/kernel/ports.ts';
import { seedTenant } from '../../../prisma/seed.ts';
import { asTenantOwner } from '../../../prisma/seed/write-tenant.ts';
import { billingReader } from '../reader.ts';
import { applyChange } from './apply-change.ts';
import { redraftChange } from './redraft-change.ts';

/** The owner of a fresh Northwind. */
export async function freshOwner(): Promise<Viewer> {
  const { tenantId, persons } = await seedTenant({ spec: 'northwind' });
  return { personId: persons[0]?.id ?? '', role: 'owner', homeTenantId: tenantId };
}

/** What a turn does: reads as the role that only reads. */
export function read<T>(viewer: Viewer, work: (reader: BillingReader) => Promise<T>): Promise<T> {
  return withViewer(viewer, (tx) => asReader(tx, () => work(billingReader(viewer, tx))));
}

export function draft(viewer: Viewer, request: ChangeRequest) {
  return read(viewer, (reader) => reader.quote(request));
}

/** A draft that must be possible. */
export async function drafted(viewer: Viewer, request: ChangeRequest): Promise<ChangeDraft> {
  const made = await draft(viewer, request);
  if (typeof made === 'string') throw new Error(`not possible: ${made}`);
  return made;
}

/** Writes an executed proposal and its effect, as a decision does, in the transaction it is given. */
export async function beginEffect(viewer: Viewer, tx: Tx, made: ChangeDraft): Promise<string> {
  const { personId, homeTenantId: tenantId } = viewer;
  const { arguments: args, resource, amount } = made;
  const proposalId = newId();
  const minor = amount ? BigInt(amount.amountMinor) : null;
  const hash = new Uint8Array(32);
  await tx.$executeRaw`
    INSERT INTO cs.proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, state, arguments_hash, display_hash,
      policy_version, resource_kind, resource_id, resource_version, amount_minor, currency, expires_at, decided_at, decided_by)
    VALUES (${proposalId}::uuid, ${tenantId}::uuid, ${personId}::uuid, ${newId()}::uuid, ${newId()}::uuid, ${args.tool}, 'reversible',
      'executed', ${hash}, ${hash}, 'p', ${resource.kind}, ${resource.id}::uuid, ${resource.version}, ${minor}, ${amount?.currency ?? null},
      cs.now() + interval '1 hour', cs.now(), ${personId}::uuid)`;
  await tx.effect.createMany({
    data: [
      {
        proposalId,
        tenantId,
        personId,
        tool: args.tool,
        amountMinor: minor,
        currency: amount?.currency ?? null,
        summary: made.title,
      },
    ],
  });
  return proposalId;
}

/** Decides a draft: effect, the same draft again under locks, then the ledger. */
export function execute(viewer: Viewer, made: ChangeDraft): Promise<ChangeEffect> {
  return withViewer(viewer, async (tx) => {
    const proposalId = await beginEffect(viewer, tx, made);
    return asWriter(tx, async () => {
      const again = await redraftChange(viewer, tx, made.arguments);
      if (JSON.stringify(again) !== JSON.stringify(made)) throw new Error('the draft is another one');
      return applyChange(viewer, tx, made.arguments, { proposalId });
    });
  });
}

export async function change(viewer: Viewer, request: ChangeRequest): Promise<ChangeEffect> {
  return execute(viewer, await drafted(viewer, request));
}

/** `table id` → the row as JSON, of every table that a change may write. */
export function ledgerRows(tenantId: string): Promise<Map<string, string>> {
  return asTenantOwner(tenantId, async (tx) => {
    const rows = await tx.$queryRaw<{ key: string; row: string }[]>`
      SELECT 'profile ' || tenant_id AS key, to_jsonb(t)::text AS row FROM cs.billing_profile t
      UNION ALL SELECT 'subscription ' || tenant_id, to_jsonb(t)::text FROM cs.subscription t
      UNION ALL SELECT 'history ' || id, to_jsonb(t)::text FROM cs.subscription_change t
      UNION ALL SELECT 'seat ' || id, to_jsonb(t)::text FROM cs.seat t
      UNION ALL SELECT 'invoice ' || id, to_jsonb(t)::text FROM cs.invoice t
      UNION ALL SELECT 'line ' || id, to_jsonb(t)::text FROM cs.invoice_line t
      UNION ALL SELECT 'payment ' || id, to_jsonb(t)::text FROM cs.payment t
      UNION ALL SELECT 'attempt ' || payment_id || sequence, to_jsonb(t)::text FROM cs.payment_attempt t
      UNION ALL SELECT 'method ' || id, to_jsonb(t)::text FROM cs.payment_method t
      UNION ALL SELECT 'refund ' || id, to_jsonb(t)::text FROM cs.refund t
      UNION ALL SELECT 'credit ' || id, to_jsonb(t)::text FROM cs.credit t`;
    return new Map(rows.map(({ key, row }) => [key, row]));
  });
}

/** What `work` wrote: `+refund` for a new row, `~invoice` for a changed one, in order. */
export async function writtenBy(tenantId: string, work: () => Promise<unknown>): Promise<string[]> {
  const before = await ledgerRows(tenantId);
  await work();
  const after = await ledgerRows(tenantId);
  const table = (key: string) => key.split(' ')[0] ?? '';
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => `-${table(key)}`);
  const made = [...after].flatMap(([key, row]) => {
    if (!before.has(key)) return [`+${table(key)}`];
    return before.get(key) === row ? [] : [`~${table(key)}`];
  });
  return [...gone, ...made].toSorted();
}
