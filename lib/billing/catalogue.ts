import 'server-only';
import type { AddonCode, MeterCode, PlanCode } from '#lib/contract/brand.ts';
import type { Currency } from '#lib/contract/money.ts';

/** Minor units per currency: `{EUR: 2900}` is €29.00, `{JPY: 4500}` is ¥4,500. */
export type Prices = Readonly<Record<Currency, number>>;

type PlanFacts = {
  /** Order of size: going up is an upgrade. */
  rank: number;
  pricePerMonth: Prices;
  includedUsage: Readonly<Record<MeterCode, number>>;
  entitlements: readonly string[];
};

/**
 * What is sold, and for how much. Names are in lib/contract/brand.ts. How it is billed:
 * plan, seats and add-ons on the first of a month for that month; usage for the month before; a plan change in the
 * middle of a month is prorated by days on the next invoice; seats and add-ons are charged from the month after they
 * were added, and up to the end of the month in which they were removed.
 */
export const PLANS = {
  starter: {
    rank: 1,
    pricePerMonth: { EUR: 2_900, USD: 3_200, GBP: 2_500, CHF: 3_100, JPY: 4_500 },
    includedUsage: { api_calls: 5_000, storage_gb: 100 },
    entitlements: ['Unlimited projects', 'E-mail support on working days', '30 days of version history'],
  },
  team: {
    rank: 2,
    pricePerMonth: { EUR: 7_900, USD: 8_900, GBP: 6_900, CHF: 8_400, JPY: 12_000 },
    includedUsage: { api_calls: 10_000, storage_gb: 250 },
    entitlements: [
      'Everything in the smaller plan',
      'Shared templates',
      'Support within one working day',
      'One year of version history',
    ],
  },
  business: {
    rank: 3,
    pricePerMonth: { EUR: 19_900, USD: 21_900, GBP: 17_500, CHF: 20_900, JPY: 30_000 },
    includedUsage: { api_calls: 20_000, storage_gb: 1_000 },
    entitlements: [
      'Everything in the smaller plans',
      'Single sign-on',
      'Support within four hours',
      'Unlimited version history',
    ],
  },
} as const satisfies Record<PlanCode, PlanFacts>;

/** In every plan. */
export const INCLUDED_SEATS = 3;
/** Each further seat, per month, in every plan. */
export const SEAT_PRICE: Prices = { EUR: 1_200, USD: 1_400, GBP: 1_000, CHF: 1_300, JPY: 1_800 };

/** Per month. */
export const ADDON_PRICE = {
  developer_mode: { EUR: 1_900, USD: 2_100, GBP: 1_700, CHF: 2_000, JPY: 2_900 },
  priority_support: { EUR: 4_900, USD: 5_500, GBP: 4_300, CHF: 5_200, JPY: 7_500 },
} as const satisfies Record<AddonCode, Prices>;

/**
 * What is measured. A `sum` meter adds its days up; a `peak` meter counts the highest day of the month.
 * `pricePerUnit` is charged for each unit above what the plan includes.
 */
export const METERS = {
  api_calls: { counts: 'sum', unit: 'call', pricePerUnit: { EUR: 1, USD: 1, GBP: 1, CHF: 1, JPY: 2 } },
  storage_gb: { counts: 'peak', unit: 'GB', pricePerUnit: { EUR: 10, USD: 11, GBP: 9, CHF: 11, JPY: 15 } },
} as const satisfies Record<MeterCode, { counts: 'sum' | 'peak'; unit: string; pricePerUnit: Prices }>;

export const METER_CODES = ['api_calls', 'storage_gb'] as const satisfies readonly MeterCode[];

export function isPlanCode(code: string): code is PlanCode {
  return Object.hasOwn(PLANS, code);
}

export function isAddonCode(code: string): code is AddonCode {
  return Object.hasOwn(ADDON_PRICE, code);
}

export function isMeterCode(code: string): code is MeterCode {
  return Object.hasOwn(METERS, code);
}
