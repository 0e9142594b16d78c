import 'server-only';
import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from '../amounts.ts';
import { fromDate } from '../days.ts';
import { addressOn } from '../effective-terms.ts';
import { readPlace } from '../read-place.ts';
import { tenantOf } from '../tenant-of.ts';
import { sayDay } from '../wording.ts';

export type ContactNotice = { to: string; newEmail: string; on: string };
export type RefundNotice = {
  to: string;
  invoiceNumber: string;
  amount: string;
  method: string;
  expectedOn: string;
};

/** What the old billing address has to be told about a new one that waits; null where none waits. */
export async function readContactNotice(viewer: Viewer, tx: Tx): Promise<ContactNotice | null> {
  const { locale, email, pending } = await readAddress(viewer, tx);
  return pending && { to: email, newEmail: pending.email, on: sayDay(pending.on, locale) };
}

/** What the billing address is told about the refund of a decision; null where less is due instead. */
export async function readRefundNotice(
  viewer: Viewer,
  tx: Tx,
  proposalId: string,
): Promise<RefundNotice | null> {
  const row = await tx.refund.findUnique({
    where: { proposalId },
    select: {
      amountMinor: true,
      currency: true,
      expectedOn: true,
      invoice: { select: { number: true } },
      method: { select: { label: true } },
    },
  });
  if (!row) return null;
  const { locale, email } = await readAddress(viewer, tx);
  return {
    to: email,
    invoiceNumber: row.invoice.number,
    amount: formatMoney(toMoney(row.amountMinor, currencySchema.parse(row.currency)), locale),
    method: row.method.label,
    expectedOn: sayDay(fromDate(row.expectedOn), locale),
  };
}

async function readAddress(viewer: Viewer, tx: Tx) {
  const { today, locale } = await readPlace(viewer, tx);
  const row = await tx.billingProfile.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: { email: true, pendingEmail: true, pendingEmailOn: true },
  });
  if (!row) throw new AppError('not_found');
  const stored = { ...row, pendingEmailOn: row.pendingEmailOn && fromDate(row.pendingEmailOn) };
  return { locale, ...addressOn(stored, today) };
}
