import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { maySee } from '#lib/contract/roles.ts';
import { type Plan, planSchema } from '#lib/contract/subscription.ts';
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
import { daysBetween, firstOfMonth } from './days.ts';
import { type Terms, termsOn } from './effective-terms.ts';
import { readPlace } from './read-place.ts';
import { readSubscription } from './read-subscription.ts';
import { requireArea } from './tenant-of.ts';
import { sayDowngrade } from './wording.ts';

/**
 * The subscription as it runs today, or will on `day` if nothing else is decided; prices are null for a role that does not see
 * money. Newest changes first.
 */
export async function readPlan(viewer: Viewer, tx: Tx, day?: string): Promise<Plan> {
  requireArea(viewer, 'plan');
  const { today, currency } = await readPlace(viewer, tx);
  const { addons, promotions, changes, seats, startedOn, ...stored } = await readSubscription(viewer, tx);
  const { planCode, status, next, nextOn } = termsOn(stored, day ?? today);
  if (!isPlanCode(planCode)) throw new AppError('not_found');
  const facts = PLANS[planCode];
  const price = (prices: Prices) =>
    maySee(viewer.role, 'money') ? { amountMinor: prices[currency], currency } : null;
  const renewsOn = firstOfMonth(today, 1);
  return planSchema.parse({
    startedOn,
    status,
    seats,
    changes: [...passedDowngrade(stored, planCode), ...changes],
    code: planCode,
    name: BRAND.plans[planCode],
    pricePerMonth: price(facts.pricePerMonth),
    pricePerSeat: price(SEAT_PRICE),
    next: next && nextOn ? { what: isPlanCode(next) ? BRAND.plans[next] : next, on: nextOn } : null,
    renewsOn,
    daysUntilRenewal: daysBetween(today, renewsOn),
    includedSeats: INCLUDED_SEATS,
    addons: addons.flatMap(({ code, addedOn }) =>
      isAddonCode(code)
        ? [{ code, name: BRAND.addons[code], addedOn, pricePerMonth: price(ADDON_PRICE[code]) }]
        : [],
    ),
    entitlements: [...facts.entitlements, ...includedUsage(facts.includedUsage)],
    promotions: promotions.map((promotion) => ({ ...promotion, ended: promotion.endsOn < today })),
  });
}

/** History of a smaller plan whose day has come; the next change of the subscription writes it down. */
function passedDowngrade(stored: Terms, planCode: string): Plan['changes'] {
  if (stored.nextOn === null || stored.planCode === planCode) return [];
  const description = sayDowngrade(stored.planCode, planCode);
  return [{ on: stored.nextOn, kind: 'downgraded', description, by: 'the owner' }];
}

function includedUsage(included: { api_calls: number; storage_gb: number }): string[] {
  return [
    `${INCLUDED_SEATS} seats`,
    `${included.api_calls.toLocaleString('en-GB')} ${BRAND.meters.api_calls} a month`,
    `${included.storage_gb.toLocaleString('en-GB')} GB of ${BRAND.meters.storage_gb.toLowerCase()}`,
  ];
}
