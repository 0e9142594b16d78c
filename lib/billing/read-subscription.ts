import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { fromDate } from './days.ts';
import { tenantOf } from './tenant-of.ts';

/** The subscription with all that hangs from it, newest changes and promotions first. Throws `not_found` where there is none. */
export async function readSubscription(viewer: Viewer, tx: Tx) {
  const where = { tenantId: tenantOf(viewer) };
  const row = await tx.subscription.findUnique({
    where,
    select: { planCode: true, status: true, startedOn: true, next: true, nextOn: true },
  });
  if (!row) throw new AppError('not_found');
  const seats = await tx.seat.findMany({
    where,
    select: { id: true, label: true, addedOn: true, addedBy: true, removedOn: true },
    orderBy: [{ addedOn: 'asc' }, { label: 'asc' }],
  });
  const addons = await tx.addon.findMany({
    where,
    select: { code: true, addedOn: true },
    orderBy: { addedOn: 'asc' },
  });
  const promotions = await tx.promotion.findMany({
    where,
    select: { name: true, percentOff: true, startedOn: true, endsOn: true },
    orderBy: { startedOn: 'desc' },
  });
  const changes = await tx.subscriptionChange.findMany({
    where,
    select: { changedOn: true, kind: true, description: true, changedBy: true },
    orderBy: [{ changedOn: 'desc' }, { description: 'asc' }],
  });
  return {
    ...row,
    startedOn: fromDate(row.startedOn),
    nextOn: row.nextOn && fromDate(row.nextOn),
    seats: seats.map((seat) => ({
      ...seat,
      addedOn: fromDate(seat.addedOn),
      removedOn: seat.removedOn && fromDate(seat.removedOn),
    })),
    addons: addons.map(({ code, addedOn }) => ({ code, addedOn: fromDate(addedOn) })),
    promotions: promotions.map((one) => ({
      ...one,
      startedOn: fromDate(one.startedOn),
      endsOn: fromDate(one.endsOn),
    })),
    changes: changes.map(({ changedOn, kind, description, changedBy }) => ({
      on: fromDate(changedOn),
      kind,
      description,
      by: changedBy,
    })),
  };
}
