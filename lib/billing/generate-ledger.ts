import 'server-only';
import type { Ledger } from './ledger-rows.ts';
import type { TenantSpec } from './tenant-specs.ts';
import { makeInvoices } from './generate/make-invoices.ts';
import { makePayments } from './generate/make-payments.ts';
import { makeCredits, makeRefunds } from './generate/make-returns.ts';
import { makeSubscription } from './generate/make-subscription.ts';
import { makeUsage } from './generate/make-usage.ts';
import { setScene } from './generate/scene.ts';

/**
 * A customer's whole ledger as it looks on `today`: pure, and the same for the same input. On any day the latest invoice is
 * higher than the one before for several reasons and due within ten days, one payment has failed and is being retried, one
 * seat is billed twice, a proration follows an upgrade, a promotion has just ended, a credit is unused, an invoice is void
 * and a refund is on its way.
 * @param input.today the day in the tenant's own time zone
 */
export function generateLedger(input: {
  tenantId: string;
  spec: TenantSpec;
  today: string;
  seed: number;
}): Ledger {
  const scene = setScene(input);
  const { spec, today } = input;
  const subscribed = makeSubscription(scene);
  const usage = makeUsage(scene);
  const credits = makeCredits(scene);
  const { invoices: unpaid, lines } = makeInvoices(scene, { ...subscribed, usage }, credits.used);
  const { invoices: settled, ...paid } = makePayments(scene, unpaid);
  const { invoices, refunds } = makeRefunds(scene, settled);
  return {
    profile: {
      name: spec.name,
      address: spec.address,
      vatNumber: spec.vatNumber,
      email: `billing@${spec.slug}.test`,
      currency: spec.currency,
      taxLabel: spec.taxLabel,
      taxRatePpm: spec.taxRatePpm,
      paymentTermsDays: scene.termsDays,
      seededOn: today,
    },
    ...subscribed,
    usage,
    invoices,
    lines,
    ...paid,
    refunds,
    credits: [credits.used, credits.unused],
  };
}
