import 'server-only';
import { type Upcoming, upcomingSchema } from '#lib/contract/subscription.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from './amounts.ts';
import { isPlanCode } from './catalogue.ts';
import { daysBetween, firstOfMonth, fromDate, toDate } from './days.ts';
import { expectedLines } from './expected-lines.ts';
import { listPayments } from './list-payments.ts';
import { prorate } from './prorate.ts';
import { readBalance } from './read-balance.ts';
import { type Place, readPlace } from './read-place.ts';
import { readPlan } from './read-plan.ts';
import { readUsage } from './read-usage.ts';
import { requireArea, tenantOf } from './tenant-of.ts';
import { taxOn } from './tax.ts';
import { upcomingEvents } from './upcoming-events.ts';

/**
 * The next invoice as it is expected today: what recurs at today's prices, usage at today's pace (`estimated`), credit used
 * up. Lines and tax sum to `estimatedTotal`. Events are dated from today on. Throws `not_eligible` without sight of money.
 */
export async function readUpcoming(viewer: Viewer, tx: Tx): Promise<Upcoming> {
  requireArea(viewer, 'money');
  const { today, currency } = await readPlace(viewer, tx);
  const profile = await tx.billingProfile.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: { taxRatePpm: true },
  });
  if (!profile) throw new AppError('not_found');
  const nextInvoiceOn = firstOfMonth(today, 1);
  const plan = await readPlan(viewer, tx);
  const usage = await readUsage(viewer, tx, {});
  const balance = await readBalance(viewer, tx);
  const payments = await listPayments(viewer, tx, { status: 'retrying' });
  const later = plan.next ? await readPlan(viewer, tx, nextInvoiceOn) : plan;
  const charges = expectedLines({
    plan: later,
    usage,
    prorations: await readProrations(viewer, tx, { today, currency }),
    nextInvoiceOn,
    currency,
  });
  const base = charges.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
  const tax = taxOn(base, profile.taxRatePpm);
  const usable = payments.credits.filter(({ expiresOn }) => expiresOn === null || expiresOn >= nextInvoiceOn);
  const credit = Math.min(
    usable.reduce((sum, { remaining }) => sum + remaining.amountMinor, 0),
    base + tax,
  );
  const creditLines =
    credit === 0
      ? []
      : [{ description: 'Unused credit', amount: toMoney(-credit, currency), estimated: false }];
  return upcomingSchema.parse({
    nextInvoiceOn,
    daysUntilNextInvoice: daysBetween(today, nextInvoiceOn),
    lines: [...charges, ...creditLines],
    tax: toMoney(tax, currency),
    estimatedTotal: toMoney(base + tax - credit, currency),
    events: upcomingEvents({ today, plan, later, balance, payments }),
  });
}

async function readProrations(
  viewer: Viewer,
  tx: Tx,
  { today, currency }: Pick<Place, 'today' | 'currency'>,
) {
  const upgrades = await tx.subscriptionChange.findMany({
    where: {
      tenantId: tenantOf(viewer),
      kind: 'upgraded',
      changedOn: { gte: toDate(firstOfMonth(today)), lte: toDate(today) },
    },
    select: { changedOn: true, fromPlan: true, toPlan: true },
    orderBy: { changedOn: 'asc' },
  });
  return upgrades.flatMap(({ changedOn, fromPlan: from, toPlan: to }) =>
    from !== null && to !== null && isPlanCode(from) && isPlanCode(to)
      ? [prorate({ from, to, on: fromDate(changedOn) }, currency)]
      : [],
  );
}
