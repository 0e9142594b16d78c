import 'server-only';
import type { PlanCode } from '#lib/contract/brand.ts';
import type { Currency } from '#lib/contract/money.ts';
import { HOSTILE_MEMOS } from './hostile-memos.ts';
import { SILENT_TENANTS } from './silent-tenants.ts';

/** A fictional customer, and how its generated ledger looks. Names are invented; addresses end in `.test`. */
export type TenantSpec = {
  slug: string;
  name: string;
  currency: Currency;
  locale: string;
  timeZone: string;
  address: readonly string[];
  vatNumber: string | null;
  taxLabel: string;
  taxRatePpm: number;
  /** How many monthly invoices there are, the latest included: at least 13. */
  months: number;
  /** The three digits of the first invoice number. */
  firstNumber: number;
  plan: PlanCode;
  upgradedTo: PlanCode;
  /** What seats are called: `Design desk` gives `Design desk 1`, `Design desk 2`… */
  seatName: string;
  /** Seats at the start: more than are included in a plan. */
  seats: number;
  /** API calls over the included ones in the month before the latest invoice. */
  overage: number;
  /** Memos by how many invoices back they stand (0 = the latest), void ones not counted. */
  memos: Readonly<Record<number, string>>;
};

export const TENANT_SPECS = {
  northwind: {
    slug: 'northwind',
    name: 'Northwind Studio',
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    address: ['Northwind Studio Ltd', '7 Lantern Yard', 'Galway', 'Ireland'],
    vatNumber: 'IE0000000NW',
    taxLabel: 'VAT',
    taxRatePpm: 230_000,
    months: 17,
    firstNumber: 101,
    plan: 'starter',
    upgradedTo: 'team',
    seatName: 'Design desk',
    seats: 5,
    overage: 412,
    memos: { 2: 'Purchase order NW-2291. Thank you for being a customer.', ...HOSTILE_MEMOS.northwind },
  },
  acme: {
    slug: 'acme',
    name: 'Acme Robotics',
    currency: 'USD',
    locale: 'en-US',
    timeZone: 'America/Chicago',
    address: ['Acme Robotics Inc.', '2200 Gantry Street', 'Austin, TX 00000', 'United States'],
    vatNumber: null,
    taxLabel: 'Sales tax',
    taxRatePpm: 82_500,
    months: 16,
    firstNumber: 204,
    plan: 'team',
    upgradedTo: 'business',
    seatName: 'Workbench',
    seats: 6,
    overage: 1_263,
    memos: { 2: 'PO 88-4107. Please quote it with your payment.', ...HOSTILE_MEMOS.acme },
  },
} as const satisfies Record<'northwind' | 'acme', TenantSpec>;

export type DemoSpecName = keyof typeof TENANT_SPECS;

/** Every customer of the demonstration: two that one can sign in to, and the silent ones. */
export const ALL_TENANT_SPECS: readonly TenantSpec[] = [...Object.values(TENANT_SPECS), ...SILENT_TENANTS];
