import 'server-only';
import type { InvoiceLine } from '#lib/contract/bill.ts';
import type { AddonCode, MeterCode, PlanCode } from '#lib/contract/brand.ts';
import type { Currency } from '#lib/contract/money.ts';

// One tenant's ledger as rows: fields as in prisma/schema/billing.prisma, days as `2026-11-20`, money in minor units.
// Every row also gets the tenant's id when it is written.

export type ProfileRow = {
  name: string;
  address: readonly string[];
  vatNumber: string | null;
  email: string;
  currency: Currency;
  taxLabel: string;
  taxRatePpm: number;
  paymentTermsDays: number;
  seededOn: string;
};
export type SubscriptionRow = { planCode: PlanCode; status: 'active'; startedOn: string };
export type ChangeRow = {
  id: string;
  changedOn: string;
  kind: 'started' | 'upgraded' | 'seat_added' | 'seat_removed' | 'addon_added';
  fromPlan: PlanCode | null;
  toPlan: PlanCode | null;
  description: string;
  changedBy: string;
};
export type SeatRow = {
  id: string;
  label: string;
  addedOn: string;
  addedBy: string;
  removedOn: string | null;
};
export type AddonRow = { id: string; code: AddonCode; addedOn: string; addedBy: string };
export type PromotionRow = {
  id: string;
  name: string;
  percentOff: number;
  startedOn: string;
  endsOn: string;
};
export type UsageRow = { meter: MeterCode; usedOn: string; quantity: number };

export type InvoiceRow = {
  id: string;
  currency: Currency;
  number: string;
  status: 'open' | 'paid' | 'void';
  issuedOn: string;
  dueOn: string;
  paidOn: string | null;
  periodStart: string;
  periodEnd: string;
  subtotalMinor: number;
  discountMinor: number;
  creditMinor: number;
  taxMinor: number;
  totalMinor: number;
  paidMinor: number;
  refundedMinor: number;
  dueMinor: number;
  taxLabel: string;
  taxRatePpm: number;
  memo: string | null;
  voidReason: string | null;
};
export type LineRow = {
  id: string;
  invoiceId: string;
  currency: Currency;
  position: number;
  kind: InvoiceLine['kind'];
  description: string;
  quantity: number;
  unit: string | null;
  unitAmountMinor: number | null;
  amountMinor: number;
  periodStart: string | null;
  periodEnd: string | null;
  planCode: PlanCode | null;
  addonCode: AddonCode | null;
  meter: MeterCode | null;
  included: number | null;
  seatId: string | null;
  promotionId: string | null;
  creditId: string | null;
  changeId: string | null;
};
export type MethodRow = {
  id: string;
  kind: 'card' | 'sepa_debit' | 'bank_transfer';
  label: string;
  expiresOn: string | null;
  isDefault: boolean;
};
export type PaymentRow = {
  id: string;
  invoiceId: string;
  currency: Currency;
  methodId: string;
  amountMinor: number;
  status: 'succeeded' | 'failed' | 'retrying';
  startedOn: string;
  settledOn: string | null;
  failureReason: string | null;
  nextRetryOn: string | null;
};
export type AttemptRow = {
  paymentId: string;
  sequence: number;
  attemptedOn: string;
  succeeded: boolean;
  reason: string | null;
};
export type RefundRow = {
  id: string;
  invoiceId: string;
  currency: Currency;
  methodId: string;
  amountMinor: number;
  status: 'on_its_way' | 'completed';
  requestedOn: string;
  expectedOn: string;
  completedOn: string | null;
  reason: string;
};
export type CreditRow = {
  id: string;
  currency: Currency;
  grantedMinor: number;
  remainingMinor: number;
  reason: string;
  grantedOn: string;
  expiresOn: string | null;
};

export type Ledger = {
  profile: ProfileRow;
  subscription: SubscriptionRow;
  changes: ChangeRow[];
  seats: SeatRow[];
  addons: AddonRow[];
  promotions: PromotionRow[];
  usage: UsageRow[];
  invoices: InvoiceRow[];
  lines: LineRow[];
  methods: MethodRow[];
  payments: PaymentRow[];
  attempts: AttemptRow[];
  refunds: RefundRow[];
  credits: CreditRow[];
};
