import 'server-only';
import type { CreditRow, LineRow } from '../ledger-rows.ts';
import type { Scene } from './scene.ts';

/** A line before it has a place on an invoice. `key` names it within its month. */
export type DraftLine = Omit<LineRow, 'id' | 'invoiceId' | 'position'> & { key: string };

/** A line with everything that most lines do not have. */
export function draftLine(
  scene: Scene,
  filled: Pick<DraftLine, 'key' | 'kind' | 'description' | 'amountMinor'> & Partial<DraftLine>,
): DraftLine {
  return {
    currency: scene.spec.currency,
    quantity: 1,
    unit: null,
    unitAmountMinor: null,
    periodStart: null,
    periodEnd: null,
    planCode: null,
    addonCode: null,
    meter: null,
    included: null,
    seatId: null,
    promotionId: null,
    creditId: null,
    changeId: null,
    ...filled,
  };
}

/** A credit that is used up on this invoice. */
export function creditLine(scene: Scene, credit: CreditRow): DraftLine {
  return draftLine(scene, {
    key: `credit:${credit.id}`,
    kind: 'credit',
    description: `Credit: ${credit.reason}`,
    amountMinor: credit.remainingMinor - credit.grantedMinor,
    creditId: credit.id,
  });
}
