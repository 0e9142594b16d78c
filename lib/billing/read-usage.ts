import 'server-only';
import { BRAND, type MeterCode } from '#lib/contract/brand.ts';
import { maySee } from '#lib/contract/roles.ts';
import { type Usage, usageSchema } from '#lib/contract/subscription.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { isMeterCode, isPlanCode, METER_CODES, METERS, PLANS } from './catalogue.ts';
import { daysBetween, daysInMonth, firstOfMonth, fromDate, lastOfMonth, toDate } from './days.ts';
import { meterCount } from './meter-count.ts';
import { planAt } from './plan-at.ts';
import { projectMeter } from './project-meter.ts';
import { type Place, readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

type UsageQuery = { meter?: string | undefined; month?: string | undefined };
type Day = { meter: string; on: string; used: number };

/**
 * Both meters, or one, in a calendar month: the one that runs now, or `month` (`2026-10`). Null for an unknown meter or a
 * month without records. Amounts are null for a role that does not see money.
 */
export async function readUsage(viewer: Viewer, tx: Tx, { meter, month }: UsageQuery): Promise<Usage | null> {
  requireArea(viewer, 'usage');
  if (meter !== undefined && !isMeterCode(meter)) return null;
  const place = await readPlace(viewer, tx);
  const from = month === undefined ? firstOfMonth(place.today) : `${month}-01`;
  const to = lastOfMonth(from);
  const days = await readDays(viewer, tx, firstOfMonth(from, -1), to);
  const included = await readIncluded(viewer, tx, to);
  if (!included || !days.some(({ on }) => on >= from)) return null;
  const finished = to < place.today;
  const period = {
    from,
    to,
    daysElapsed: finished ? daysInMonth(from) : daysBetween(from, place.today) + 1,
    finished,
  };
  const codes = meter === undefined ? METER_CODES : [meter];
  return usageSchema.parse({
    periodStart: from,
    periodEnd: to,
    daysElapsed: period.daysElapsed,
    daysTotal: daysInMonth(from),
    finished,
    meters: codes.map((code) => readMeter(viewer, place, { code, days, included: included[code], period })),
  });
}

async function readDays(viewer: Viewer, tx: Tx, from: string, to: string): Promise<Day[]> {
  const rows = await tx.usageRecord.findMany({
    where: { tenantId: tenantOf(viewer), usedOn: { gte: toDate(from), lte: toDate(to) } },
    select: { meter: true, usedOn: true, quantity: true },
    orderBy: { usedOn: 'asc' },
  });
  return rows.map(({ meter, usedOn, quantity }) => ({ meter, on: fromDate(usedOn), used: quantity }));
}

/** What the plan at the end of the period includes. */
async function readIncluded(viewer: Viewer, tx: Tx, day: string) {
  const rows = await tx.subscriptionChange.findMany({
    where: { tenantId: tenantOf(viewer), toPlan: { not: null } },
    select: { changedOn: true, toPlan: true },
    orderBy: { changedOn: 'asc' },
  });
  const changes = rows.map(({ changedOn, toPlan }) => ({
    changedOn: fromDate(changedOn),
    toPlan: toPlan !== null && isPlanCode(toPlan) ? toPlan : null,
  }));
  const subscription = await tx.subscription.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: { next: true, nextOn: true },
  });
  const { next = null, nextOn = null } = subscription ?? {};
  // A smaller plan that was agreed comes into the history with the change after it: until then it is here.
  const agreed =
    next !== null && nextOn !== null && isPlanCode(next)
      ? [{ changedOn: fromDate(nextOn), toPlan: next }]
      : [];
  const plan = planAt([...changes, ...agreed], day);
  return plan && PLANS[plan].includedUsage;
}

type Period = { from: string; to: string; daysElapsed: number; finished: boolean };
type MeterInput = { code: MeterCode; days: readonly Day[]; included: number; period: Period };

function readMeter(viewer: Viewer, { currency }: Place, { code, days, included, period }: MeterInput) {
  const ours = days.filter(({ meter }) => meter === code);
  const now = ours.filter(({ on }) => on >= period.from);
  const quantities = now.map(({ used }) => used);
  const used = meterCount(code, quantities);
  const projected = period.finished
    ? used
    : projectMeter(code, quantities, { elapsed: period.daysElapsed, total: daysInMonth(period.from) });
  const price = METERS[code].pricePerUnit[currency];
  const over = (quantity: number) => Math.max(0, quantity - included);
  const money = (amountMinor: number) => (maySee(viewer.role, 'money') ? { amountMinor, currency } : null);
  return {
    code,
    name: BRAND.meters[code],
    unit: METERS[code].unit,
    used,
    included,
    overage: over(used),
    projected,
    projectedOverage: over(projected),
    previousUsed: meterCount(
      code,
      ours.filter(({ on }) => on < period.from).map(({ used: quantity }) => quantity),
    ),
    pricePerUnit: money(price),
    costSoFar: money(over(used) * price),
    projectedCost: money(over(projected) * price),
    days: now.map(({ on, used: quantity }) => ({ on, used: quantity })),
  };
}
