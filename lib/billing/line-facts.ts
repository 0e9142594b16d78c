import 'server-only';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { tenantOf } from './tenant-of.ts';

const SEAT_SELECT = {
  id: true,
  label: true,
  addedOn: true,
  addedBy: true,
} as const satisfies Prisma.SeatSelect;
const PROMOTION_SELECT = {
  id: true,
  name: true,
  percentOff: true,
  startedOn: true,
  endsOn: true,
} as const satisfies Prisma.PromotionSelect;
const CREDIT_SELECT = {
  id: true,
  grantedMinor: true,
  reason: true,
  grantedOn: true,
} as const satisfies Prisma.CreditSelect;
const CHANGE_SELECT = {
  id: true,
  changedOn: true,
  description: true,
  changedBy: true,
} as const satisfies Prisma.SubscriptionChangeSelect;

type Seat = Prisma.SeatGetPayload<{ select: typeof SEAT_SELECT }>;
type Promotion = Prisma.PromotionGetPayload<{ select: typeof PROMOTION_SELECT }>;
type Credit = Prisma.CreditGetPayload<{ select: typeof CREDIT_SELECT }>;
type Change = Prisma.SubscriptionChangeGetPayload<{ select: typeof CHANGE_SELECT }>;

/** What lines may point at, by id: a handful of each per tenant. */
export type LineFacts = {
  seats: ReadonlyMap<string, Seat>;
  promotions: ReadonlyMap<string, Promotion>;
  credits: ReadonlyMap<string, Credit>;
  changes: ReadonlyMap<string, Change>;
  /** Lines that a credit or a refund names as wrong. */
  corrected: ReadonlySet<string>;
};

/** One short query each, one after the other: a transaction is one connection, and it does one thing at a time. */
export async function readLineFacts(viewer: Viewer, tx: Tx): Promise<LineFacts> {
  const where = { tenantId: tenantOf(viewer) };
  const seats = await tx.seat.findMany({ where, select: SEAT_SELECT });
  const promotions = await tx.promotion.findMany({ where, select: PROMOTION_SELECT });
  const credits = await tx.credit.findMany({ where, select: CREDIT_SELECT });
  const changes = await tx.subscriptionChange.findMany({ where, select: CHANGE_SELECT });
  const corrections = await tx.invoiceLine.findMany({
    where: { ...where, correctsLineId: { not: null } },
    select: { correctsLineId: true },
  });
  const refunds = await tx.refund.findMany({
    where: { ...where, lineId: { not: null } },
    select: { lineId: true },
  });
  const named = [
    ...corrections.map(({ correctsLineId }) => correctsLineId),
    ...refunds.map(({ lineId }) => lineId),
  ];
  return {
    seats: byId(seats),
    promotions: byId(promotions),
    credits: byId(credits),
    changes: byId(changes),
    corrected: new Set(named.filter((id) => id !== null)),
  };
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
