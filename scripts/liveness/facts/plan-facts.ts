import type { Plan } from '#lib/contract/subscription.ts';
import type { Ledger } from '../ledger.ts';
import { amount, day, type FactTable, percent, quantity, text } from './fact.ts';

const planOf =
  <T>(pick: (plan: Plan) => T) =>
  async (ledger: Ledger) =>
    pick(await ledger.plan());

const seatsOf = (plan: Plan) => plan.seats.filter((seat) => seat.removedOn === null);
const lastSeat = (plan: Plan) => seatsOf(plan).toSorted((a, b) => b.addedOn.localeCompare(a.addedOn))[0];
const ended = (plan: Plan) => newestEnd(plan.promotions.filter((one) => one.ended));
const running = (plan: Plan) => plan.promotions.find((one) => !one.ended);
const upgrade = (plan: Plan) =>
  plan.changes.filter((change) => change.kind === 'upgraded').toSorted((a, b) => b.on.localeCompare(a.on))[0];

function newestEnd(promotions: Plan['promotions']) {
  return promotions.toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))[0];
}

export const PLAN_FACTS: FactTable = {
  'plan.name': text(
    'Name of the plan',
    planOf((plan) => plan.name),
  ),
  'plan.renewsOn': day(
    'When it renews',
    planOf((plan) => plan.renewsOn),
  ),
  'plan.daysUntilRenewal': quantity(
    'Days until then',
    planOf((plan) => plan.daysUntilRenewal),
  ),
  'plan.startedOn': day(
    'When the subscription began',
    planOf((plan) => plan.startedOn),
  ),
  'plan.seatCount': quantity(
    'Seats in use',
    planOf((plan) => seatsOf(plan).length),
  ),
  'plan.includedSeats': quantity(
    'Seats the plan includes',
    planOf((plan) => plan.includedSeats),
  ),
  'plan.pricePerMonth': amount(
    'Price of the plan per month',
    planOf((plan) => plan.pricePerMonth),
  ),
  'plan.pricePerSeat': amount(
    'Price of a further seat per month',
    planOf((plan) => plan.pricePerSeat),
  ),
  'plan.entitlement.first': text(
    'What the plan includes: the first entry',
    planOf((plan) => plan.entitlements[0]),
  ),
  'plan.entitlement.second': text(
    'The second entry',
    planOf((plan) => plan.entitlements[1]),
  ),
  'seat.last.addedBy': text(
    'Who added the newest seat',
    planOf((plan) => lastSeat(plan)?.addedBy),
  ),
  'seat.last.addedOn': day(
    'When the newest seat was added',
    planOf((plan) => lastSeat(plan)?.addedOn),
  ),
  'seat.last.label': text(
    'Whose seat the newest one is',
    planOf((plan) => lastSeat(plan)?.label),
  ),
  'addon.first.name': text(
    'The first add-on',
    planOf((plan) => plan.addons[0]?.name),
  ),
  'addon.first.addedOn': day(
    'Since when',
    planOf((plan) => plan.addons[0]?.addedOn),
  ),
  'addon.last.addedOn': day(
    'Since when there is the last add-on',
    planOf((plan) => plan.addons.at(-1)?.addedOn),
  ),
  'promotion.ended.name': text(
    'The promotion that ended last',
    planOf((plan) => ended(plan)?.name),
  ),
  'promotion.ended.on': day(
    'When it ended',
    planOf((plan) => ended(plan)?.endsOn),
  ),
  'promotion.ended.percent': percent(
    'How much it was',
    planOf((plan) => ended(plan)?.percentOff),
  ),
  'promotion.active.name': text(
    'A promotion that still runs',
    planOf((plan) => running(plan)?.name),
  ),
  'upgrade.on': day(
    'When the plan was last upgraded',
    planOf((plan) => upgrade(plan)?.on),
  ),
  'upgrade.by': text(
    'Who upgraded it',
    planOf((plan) => upgrade(plan)?.by),
  ),
};
