import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { maySee } from '#lib/contract/roles.ts';
import { type Plan, planSchema } from '#lib/contract/subscription.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import {
  ADDON_PRICE,
  INCLUDED_SEATS,
  isAddonCode,
  isPlanCode,
  PLANS,
  type Prices,
  SEAT_PRICE,
} from './catalogue.ts';
import { daysBetween, firstOfMonth, fromDate } from './days.ts';
import { readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

const SUBSCRIPTION_SELECT = {
  planCode: true,
  status: true,
  startedOn: true,
  seats: {
    select: { id: true, label: true, addedOn: true, addedBy: true, removedOn: true },
    orderBy: [{ addedOn: 'asc' }, { label: 'asc' }],
  },
  addons: { select: { code: true, addedOn: true }, orderBy: { addedOn: 'asc' } },
  promotions: {
    select: { name: true, percentOff: true, startedOn: true, endsOn: true },
    orderBy: { startedOn: 'desc' },
  },
  changes: {
    select: { changedOn: true, kind: true, description: true, changedBy: true },
    orderBy: [{ changedOn: 'desc' }, { description: 'asc' }],
  },
} as const satisfies Prisma.SubscriptionSelect;

/** The subscription as it runs today; prices are null for a role that does not see money. Newest changes first. */
export async function readPlan(viewer: Viewer, tx: Tx): Promise<Plan> {
  requireArea(viewer, 'plan');
  const { today, currency } = await readPlace(viewer, tx);
  const row = await tx.subscription.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: SUBSCRIPTION_SELECT,
  });
  if (!row || !isPlanCode(row.planCode)) throw new AppError('not_found');
  const facts = PLANS[row.planCode];
  const price = (prices: Prices) =>
    maySee(viewer.role, 'money') ? { amountMinor: prices[currency], currency } : null;
  const renewsOn = firstOfMonth(today, 1);
  return planSchema.parse({
    code: row.planCode,
    name: BRAND.plans[row.planCode],
    status: row.status,
    pricePerMonth: price(facts.pricePerMonth),
    pricePerSeat: price(SEAT_PRICE),
    startedOn: fromDate(row.startedOn),
    renewsOn,
    daysUntilRenewal: daysBetween(today, renewsOn),
    includedSeats: INCLUDED_SEATS,
    seats: row.seats.map((seat) => ({
      ...seat,
      addedOn: fromDate(seat.addedOn),
      removedOn: seat.removedOn && fromDate(seat.removedOn),
    })),
    addons: row.addons.flatMap(({ code, addedOn }) =>
      isAddonCode(code)
        ? [
            {
              code,
              name: BRAND.addons[code],
              addedOn: fromDate(addedOn),
              pricePerMonth: price(ADDON_PRICE[code]),
            },
          ]
        : [],
    ),
    entitlements: [...facts.entitlements, ...includedUsage(facts.includedUsage)],
    promotions: row.promotions.map(({ startedOn, endsOn, ...promotion }) => ({
      ...promotion,
      startedOn: fromDate(startedOn),
      endsOn: fromDate(endsOn),
      ended: fromDate(endsOn) < today,
    })),
    changes: row.changes.map(({ changedOn, kind, description, changedBy }) => ({
      on: fromDate(changedOn),
      kind,
      description,
      by: changedBy,
    })),
  });
}

function includedUsage(included: { api_calls: number; storage_gb: number }): string[] {
  return [
    `${INCLUDED_SEATS} seats`,
    `${included.api_calls.toLocaleString('en-GB')} ${BRAND.meters.api_calls} a month`,
    `${included.storage_gb.toLocaleString('en-GB')} GB of ${BRAND.meters.storage_gb.toLowerCase()}`,
  ];
}
