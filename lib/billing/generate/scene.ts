import 'server-only';
import { v5 } from 'uuid';
import type { Currency } from '#lib/contract/money.ts';
import { dayOfMonth, firstOfMonth, lastOfMonth } from '../days.ts';
import type { TenantSpec } from '../tenant-specs.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** Everything the parts of the generator share: one tenant, one day, one stream of numbers. */
export type Scene = {
  spec: TenantSpec;
  today: string;
  random: SeededRandom;
  /** First day of the month so many months after today's; the latest invoice is issued on `month(0)`. */
  month: (offset: number) => string;
  monthEnd: (offset: number) => string;
  /** Offset of the first month: the subscription began on its first day. */
  firstOffset: number;
  /** Days between issue and due date. */
  termsDays: number;
  /**
   * The id of a row, the same on every day and for every run: what is kept from an older ledger (a handle in a conversation,
   * a link) still leads to the same invoice after a refresh. Ids are not secrets; row-level security decides.
   */
  id: (key: string) => string;
};

export function setScene(input: { tenantId: string; spec: TenantSpec; today: string; seed: number }): Scene {
  const { tenantId, spec, today, seed } = input;
  return {
    spec,
    today,
    random: seededRandom(seed),
    month: (offset) => firstOfMonth(today, offset),
    monthEnd: (offset) => lastOfMonth(today, offset),
    firstOffset: 1 - spec.months,
    termsDays: termsFor(today),
    id: (key) => v5(key, tenantId),
  };
}

/** Usual payment terms, chosen so that an invoice of the first of the month is due within the next ten days. */
const TERMS_DAYS = [7, 14, 21, 30] as const;
function termsFor(today: string): number {
  return TERMS_DAYS.find((days) => days >= dayOfMonth(today) - 1) ?? 30;
}

/** What a credit or a gesture is worth. */
export const GESTURE: Readonly<Record<Currency, { granted: number; used: number }>> = {
  EUR: { granted: 2_500, used: 1_500 },
  USD: { granted: 3_000, used: 1_800 },
  GBP: { granted: 2_000, used: 1_200 },
  CHF: { granted: 2_800, used: 1_600 },
  JPY: { granted: 3_500, used: 2_000 },
};
