import 'server-only';
import type { Ledger } from '#lib/billing/ledger-rows.ts';
import type { Tx } from '#lib/kernel/db.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Replaces the ledger of one tenant, inside a transaction of the owner role that has entered that tenant. One statement per
 * table: rows go as one JSON value, which is ten times faster than as many parameters. Children are removed first and
 * parents come first, so no foreign key is ever open; figures that do not add up are refused at commit.
 */
export async function writeLedger(tx: Tx, tenantId: string, ledger: Ledger): Promise<void> {
  await clearLedger(tx, tenantId);
  const json = (rows: readonly Row[]) => JSON.stringify(rows.map((row) => toColumns({ tenantId, ...row })));
  await tx.$executeRaw`INSERT INTO cs.billing_profile SELECT * FROM jsonb_populate_recordset(NULL::cs.billing_profile, ${json([ledger.profile])}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.subscription SELECT * FROM jsonb_populate_recordset(NULL::cs.subscription, ${json([ledger.subscription])}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.subscription_change SELECT * FROM jsonb_populate_recordset(NULL::cs.subscription_change, ${json(ledger.changes)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.seat SELECT * FROM jsonb_populate_recordset(NULL::cs.seat, ${json(ledger.seats)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.addon SELECT * FROM jsonb_populate_recordset(NULL::cs.addon, ${json(ledger.addons)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.promotion SELECT * FROM jsonb_populate_recordset(NULL::cs.promotion, ${json(ledger.promotions)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.usage_record SELECT * FROM jsonb_populate_recordset(NULL::cs.usage_record, ${json(ledger.usage)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.credit SELECT * FROM jsonb_populate_recordset(NULL::cs.credit, ${json(ledger.credits)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.invoice SELECT * FROM jsonb_populate_recordset(NULL::cs.invoice, ${json(ledger.invoices)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.invoice_line SELECT * FROM jsonb_populate_recordset(NULL::cs.invoice_line, ${json(ledger.lines)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.payment_method SELECT * FROM jsonb_populate_recordset(NULL::cs.payment_method, ${json(ledger.methods)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.payment SELECT * FROM jsonb_populate_recordset(NULL::cs.payment, ${json(ledger.payments)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.payment_attempt SELECT * FROM jsonb_populate_recordset(NULL::cs.payment_attempt, ${json(ledger.attempts)}::jsonb)`;
  await tx.$executeRaw`INSERT INTO cs.refund SELECT * FROM jsonb_populate_recordset(NULL::cs.refund, ${json(ledger.refunds)}::jsonb)`;
}

/** Removes the ledger of one tenant. */
export async function clearLedger(tx: Tx, tenantId: string): Promise<void> {
  const where = { tenantId };
  await tx.refund.deleteMany({ where });
  await tx.paymentAttempt.deleteMany({ where });
  await tx.payment.deleteMany({ where });
  await tx.invoiceLine.deleteMany({ where });
  await tx.invoice.deleteMany({ where });
  await tx.credit.deleteMany({ where });
  await tx.paymentMethod.deleteMany({ where });
  await tx.usageRecord.deleteMany({ where });
  await tx.promotion.deleteMany({ where });
  await tx.addon.deleteMany({ where });
  await tx.seat.deleteMany({ where });
  await tx.subscriptionChange.deleteMany({ where });
  await tx.subscription.deleteMany({ where });
  await tx.billingProfile.deleteMany({ where });
}

/** `{periodStart: …}` → `{period_start: …}` */
function toColumns(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
