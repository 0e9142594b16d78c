import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { addDays } from '../days.ts';
import type { AddonRow, ChangeRow, PromotionRow, SeatRow, SubscriptionRow } from '../ledger-rows.ts';
import type { Scene } from './scene.ts';

export type SubscriptionPart = {
  subscription: SubscriptionRow;
  changes: ChangeRow[];
  seats: SeatRow[];
  addons: AddonRow[];
  promotions: PromotionRow[];
};

/**
 * A subscription with a history: an add-on a year ago, seats that came and went, a promotion that ended with last month,
 * and in the middle of last month an upgrade, then two more seats.
 */
export function makeSubscription(scene: Scene): SubscriptionPart {
  const { spec, month } = scene;
  const startedOn = month(scene.firstOffset);
  const addonOn = addDays(month(-12), scene.random(7, 10));
  const seats = makeSeats(scene, startedOn);
  const addons: AddonRow[] = [
    { id: scene.id('addon:developer_mode'), code: 'developer_mode', addedOn: addonOn, addedBy: 'the owner' },
  ];
  return {
    subscription: { planCode: spec.upgradedTo, status: 'active', startedOn },
    changes: makeChanges(scene, { startedOn, seats, addons }),
    seats,
    addons,
    promotions: makePromotions(scene),
  };
}

function makeSeats(scene: Scene, startedOn: string): SeatRow[] {
  const { spec, month, random } = scene;
  const seat = (number: number, addedOn: string, addedBy: string): SeatRow => ({
    id: scene.id(`seat:${number}`),
    label: `${spec.seatName} ${number}`,
    addedOn,
    addedBy,
    removedOn: null,
  });
  const first = Array.from({ length: spec.seats }, (_, index) => seat(index + 1, startedOn, 'the owner'));
  const oneMore = seat(spec.seats + 1, addDays(month(-9), random(4, 24)), 'a member');
  const removed = { ...oneMore, removedOn: addDays(month(-6), random(4, 24)) };
  const twoMoreOn = addDays(month(-1), random(19, 25));
  const twoMore = [spec.seats + 2, spec.seats + 3].map((number) => seat(number, twoMoreOn, 'the owner'));
  return [...first, removed, ...twoMore];
}

function makePromotions(scene: Scene): PromotionRow[] {
  const { month, monthEnd, firstOffset } = scene;
  const launch: PromotionRow = {
    id: scene.id('promotion:launch'),
    name: 'Launch 20',
    percentOff: 20,
    startedOn: month(-12),
    endsOn: monthEnd(-1),
  };
  if (firstOffset > -15) return [launch];
  const welcome: PromotionRow = {
    id: scene.id('promotion:welcome'),
    name: 'Welcome 10',
    percentOff: 10,
    startedOn: month(firstOffset),
    endsOn: monthEnd(firstOffset + 2),
  };
  return [welcome, launch];
}

type ChangeFacts = Omit<ChangeRow, 'id' | 'fromPlan' | 'toPlan'> & Partial<ChangeRow>;

function changeRow(scene: Scene, key: string, facts: ChangeFacts): ChangeRow {
  return { id: scene.id(`change:${key}`), fromPlan: null, toPlan: null, ...facts };
}

function makeChanges(
  scene: Scene,
  has: { startedOn: string; seats: SeatRow[]; addons: AddonRow[] },
): ChangeRow[] {
  const { plan, upgradedTo, seats } = scene.spec;
  const started = changeRow(scene, 'started', {
    changedOn: has.startedOn,
    kind: 'started',
    toPlan: plan,
    description: `Started on ${BRAND.plans[plan]} with ${seats} seats`,
    changedBy: 'the owner',
  });
  const upgraded = changeRow(scene, 'upgraded', {
    changedOn: addDays(scene.month(-1), scene.random(9, 16)),
    kind: 'upgraded',
    fromPlan: plan,
    toPlan: upgradedTo,
    description: `Upgraded from ${BRAND.plans[plan]} to ${BRAND.plans[upgradedTo]}`,
    changedBy: 'the owner',
  });
  const addonChanges = has.addons.map(({ code, addedOn: changedOn, addedBy: changedBy }) => {
    const description = `Added ${BRAND.addons[code]}`;
    return changeRow(scene, `addon:${code}`, { changedOn, kind: 'addon_added', description, changedBy });
  });
  const later = has.seats.filter((seat) => seat.addedOn > has.startedOn);
  const rows = [started, ...addonChanges, ...later.flatMap((seat) => seatChanges(scene, seat)), upgraded];
  return rows.toSorted((a, b) => a.changedOn.localeCompare(b.changedOn));
}

function seatChanges(scene: Scene, { id, label, addedOn, addedBy, removedOn }: SeatRow): ChangeRow[] {
  const added = changeRow(scene, `seat_added:${id}`, {
    changedOn: addedOn,
    kind: 'seat_added',
    description: `Added seat ${label}`,
    changedBy: addedBy,
  });
  if (removedOn === null) return [added];
  const removed = changeRow(scene, `seat_removed:${id}`, {
    changedOn: removedOn,
    kind: 'seat_removed',
    description: `Removed seat ${label}`,
    changedBy: 'the owner',
  });
  return [added, removed];
}
