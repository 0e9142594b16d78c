import 'server-only';
import { BRAND, type PlanCode } from '#lib/contract/brand.ts';
import { ADDON_PRICE, INCLUDED_SEATS, METER_CODES, METERS, PLANS, SEAT_PRICE } from '../catalogue.ts';
import { addDays, monthOf } from '../days.ts';
import type { ChangeRow, SeatRow, UsageRow } from '../ledger-rows.ts';
import { meterCount } from '../meter-count.ts';
import { planAt } from '../plan-at.ts';
import { prorate } from '../prorate.ts';
import { percentOf } from '../tax.ts';
import { type DraftLine, draftLine as line } from './draft-line.ts';
import type { SubscriptionPart } from './make-subscription.ts';
import type { Scene } from './scene.ts';

export type Billable = SubscriptionPart & { usage: UsageRow[] };

/** What the invoice of the month `offset` charges: see the rules in catalogue.ts. The latest one bills a seat twice. */
export function draftLines(scene: Scene, billable: Billable, offset: number): DraftLine[] {
  const issuedOn = scene.month(offset);
  const plan = planAt(billable.changes, issuedOn);
  if (plan === null) return [];
  const recurring = [
    planLine(scene, billable.changes, plan, offset),
    ...seatLines(scene, billable.seats, offset),
  ];
  return [
    ...recurring,
    ...addonLines(scene, billable, offset),
    ...prorationLines(scene, billable.changes, offset),
    ...usageLines(scene, billable, offset),
    ...discountLines(scene, billable, issuedOn, recurring),
  ];
}

/** One month at a price per month. */
function monthly(scene: Scene, offset: number, priceMinor: number) {
  return {
    unit: 'month',
    unitAmountMinor: priceMinor,
    amountMinor: priceMinor,
    periodStart: scene.month(offset),
    periodEnd: scene.monthEnd(offset),
  };
}

function planLine(scene: Scene, changes: readonly ChangeRow[], plan: PlanCode, offset: number): DraftLine {
  const price = PLANS[plan].pricePerMonth[scene.spec.currency];
  return line(scene, {
    key: 'plan',
    kind: 'plan',
    description: `${BRAND.plans[plan]} plan`,
    planCode: plan,
    changeId:
      changes.findLast((change) => change.toPlan === plan && change.changedOn <= scene.month(offset))?.id ??
      null,
    ...monthly(scene, offset, price),
  });
}

function seatLines(scene: Scene, seats: readonly SeatRow[], offset: number): DraftLine[] {
  const issuedOn = scene.month(offset);
  const inUse = seats.filter(
    (seat) => seat.addedOn <= issuedOn && (seat.removedOn === null || seat.removedOn >= issuedOn),
  );
  const price = SEAT_PRICE[scene.spec.currency];
  const lines = inUse.slice(INCLUDED_SEATS).map((seat) =>
    line(scene, {
      key: `seat:${seat.id}`,
      kind: 'seat',
      description: `Seat: ${seat.label}`,
      seatId: seat.id,
      ...monthly(scene, offset, price),
    }),
  );
  const [first] = lines;
  return offset === 0 && first ? [...lines, { ...first, key: `${first.key}:again` }] : lines;
}

function addonLines(scene: Scene, { addons, changes }: Billable, offset: number): DraftLine[] {
  return addons
    .filter((addon) => addon.addedOn <= scene.month(offset))
    .map(({ code, addedOn }) => {
      const price = ADDON_PRICE[code][scene.spec.currency];
      return line(scene, {
        key: `addon:${code}`,
        kind: 'addon',
        description: BRAND.addons[code],
        addonCode: code,
        changeId:
          changes.find(({ kind, changedOn }) => kind === 'addon_added' && changedOn === addedOn)?.id ?? null,
        ...monthly(scene, offset, price),
      });
    });
}

/** The rest of the month at the new price, less what of the old price was not used up. */
function prorationLines(scene: Scene, changes: readonly ChangeRow[], offset: number): DraftLine[] {
  const before = addDays(scene.month(offset), -1);
  return changes.flatMap(({ id, kind, changedOn, fromPlan, toPlan }) => {
    if (kind !== 'upgraded' || !fromPlan || !toPlan || monthOf(changedOn) !== monthOf(before)) return [];
    const upgrade = { from: fromPlan, to: toPlan, on: changedOn };
    return [
      line(scene, {
        key: `proration:${id}`,
        kind: 'proration',
        ...prorate(upgrade, scene.spec.currency),
        planCode: toPlan,
        changeId: id,
        periodStart: changedOn,
        periodEnd: before,
      }),
    ];
  });
}

/** What was used in the month before, above what its plan included. */
function usageLines(scene: Scene, { usage, changes }: Billable, offset: number): DraftLine[] {
  const [from, to] = [scene.month(offset - 1), scene.monthEnd(offset - 1)];
  const plan = planAt(changes, to);
  if (plan === null) return [];
  return METER_CODES.flatMap((meter) => {
    const included = PLANS[plan].includedUsage[meter];
    const days = usage.filter((row) => row.meter === meter && row.usedOn >= from && row.usedOn <= to);
    const quantity =
      meterCount(
        meter,
        days.map((day) => day.quantity),
      ) - included;
    if (quantity <= 0) return [];
    const { unit, pricePerUnit } = METERS[meter];
    const unitAmountMinor = pricePerUnit[scene.spec.currency];
    const description = `${BRAND.meters[meter]} over the included ${included.toLocaleString('en-GB')}`;
    return [
      line(scene, {
        key: `usage:${meter}`,
        kind: 'usage',
        description,
        quantity,
        unit,
        unitAmountMinor,
        amountMinor: quantity * unitAmountMinor,
        meter,
        included,
        periodStart: from,
        periodEnd: to,
      }),
    ];
  });
}

function discountLines(
  scene: Scene,
  { promotions }: Billable,
  issuedOn: string,
  recurring: readonly DraftLine[],
): DraftLine[] {
  const base = recurring.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return promotions
    .filter((promotion) => promotion.startedOn <= issuedOn && promotion.endsOn >= issuedOn)
    .map(({ id, name, percentOff }) =>
      line(scene, {
        key: `discount:${id}`,
        kind: 'discount',
        description: `${name}: ${percentOff}% off plan and seats`,
        amountMinor: -percentOf(base, percentOff),
        promotionId: id,
      }),
    );
}
