import 'server-only';
import { formatMoney } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { addDays, toDate } from '../days.ts';
import { readDuplicatePairs } from '../duplicate-pairs.ts';
import { readPlace } from '../read-place.ts';
import { tenantOf } from '../tenant-of.ts';
import { sayDay } from '../wording.ts';
import { type Decided, expectOne } from './define-change.ts';
import { REFUND_DAYS } from './policy.ts';
import { type Billed, readBilled } from './read-billed.ts';
import type { RefundArguments } from './refund-arguments.ts';
import { paidWith } from './rest-of.ts';

type Change = { billed: Billed; args: RefundArguments; proposalId: string; today: string; what: string };

/** Writes exactly the amount that was decided. The database refuses another one, and more than was paid or is due. */
export async function applyRefund(
  viewer: Viewer,
  tx: Tx,
  args: RefundArguments,
  { proposalId }: Decided,
): Promise<ChangeEffect> {
  const { today, locale } = await readPlace(viewer, tx);
  const billed = await readBilled(viewer, tx, args.invoiceId);
  if (!billed) throw new AppError('no_longer_possible');
  const what = await sayWhat(viewer, tx, billed, args.lineId);
  const change = { billed, args, proposalId, today, what };
  const amount = formatMoney({ amountMinor: args.amountMinor, currency: args.currency }, locale);
  const href = `/invoices/${billed.number}`;
  if (args.way === 'take_off') {
    await takeOff(viewer, tx, change);
    return { summary: `${amount} was taken off invoice ${billed.number}.`, href };
  }
  await payBack(viewer, tx, change);
  const by = sayDay(addDays(today, REFUND_DAYS), locale);
  const method = paidWith(billed)?.label ?? '';
  return {
    summary: `${amount} of invoice ${billed.number} is on its way to ${method}, by ${by}.`,
    href,
  };
}

async function payBack(
  viewer: Viewer,
  tx: Tx,
  { billed, args, proposalId, today, what }: Change,
): Promise<void> {
  if (args.methodId === null) throw new AppError('no_longer_possible');
  const tenantId = tenantOf(viewer);
  const { currency, lineId, methodId } = args;
  const amountMinor = BigInt(args.amountMinor);
  await tx.refund.createMany({
    data: [
      {
        id: newId(),
        tenantId,
        invoiceId: billed.id,
        currency,
        methodId,
        amountMinor,
        status: 'on_its_way',
        requestedOn: toDate(today),
        expectedOn: toDate(addDays(today, REFUND_DAYS)),
        reason: `Refund of ${what}`,
        lineId,
        proposalId,
      },
    ],
  });
  const where = { id: billed.id, tenantId, status: 'paid' };
  expectOne(await tx.invoice.updateMany({ where, data: { refundedMinor: { increment: amountMinor } } }));
}

/** A credit on the invoice itself, with its part of the tax: tax is not owed on what is not charged. */
async function takeOff(
  viewer: Viewer,
  tx: Tx,
  { billed, args, proposalId, today, what }: Change,
): Promise<void> {
  const tenantId = tenantOf(viewer);
  const amount = BigInt(args.amountMinor);
  const tax = taxPart(billed, amount);
  const place = { tenantId, currency: args.currency };
  await tx.credit.createMany({
    data: [
      {
        ...place,
        // The decision's own id: the database lets no other credit through.
        id: proposalId,
        grantedMinor: amount,
        remainingMinor: 0n,
        reason: `Correction of ${what}`,
        grantedOn: toDate(today),
      },
    ],
  });
  const line = billed.lines.find(({ id }) => id === args.lineId);
  await tx.invoiceLine.createMany({
    data: [
      {
        ...place,
        id: newId(),
        invoiceId: billed.id,
        position: Math.max(0, ...billed.lines.map(({ position }) => position)) + 1,
        kind: 'credit',
        description: `Correction: ${line?.description ?? `invoice ${billed.number}`}`,
        quantity: 1,
        amountMinor: tax - amount,
        creditId: proposalId,
        correctsLineId: args.lineId,
      },
    ],
  });
  // Nothing due is nothing open: the ledger calls that paid.
  const settled = billed.dueMinor === amount ? { status: 'paid', paidOn: toDate(today) } : {};
  const where = { id: billed.id, tenantId, status: 'open', dueMinor: { gte: amount } };
  const data = {
    creditMinor: { decrement: amount - tax },
    taxMinor: { decrement: tax },
    totalMinor: { decrement: amount },
    dueMinor: { decrement: amount },
    ...settled,
  };
  expectOne(await tx.invoice.updateMany({ where, data }));
}

/** The tax within an amount of this invoice, half a unit rounded up; never more than there is. */
function taxPart({ taxMinor, totalMinor }: Billed, amount: bigint): bigint {
  if (totalMinor === 0n) return 0n;
  const part = (2n * amount * taxMinor + totalMinor) / (2n * totalMinor);
  return [part, amount, taxMinor].reduce((least, one) => (one < least ? one : least));
}

async function sayWhat(viewer: Viewer, tx: Tx, billed: Billed, lineId: string | null): Promise<string> {
  const line = billed.lines.find(({ id }) => id === lineId);
  if (!line) return `invoice ${billed.number}`;
  const duplicates = await readDuplicatePairs(viewer, tx);
  if (!duplicates.has(line.id)) return line.description;
  return line.kind === 'seat' ? 'a seat billed twice' : `${line.description}, billed twice`;
}
