import 'server-only';
import { addDays } from '../days.ts';
import type { CreditRow, InvoiceRow, LineRow } from '../ledger-rows.ts';
import { taxOn } from '../tax.ts';
import { creditLine, type DraftLine } from './draft-line.ts';
import { type Billable, draftLines } from './draft-lines.ts';
import type { Scene } from './scene.ts';

/** Where things stand, in invoices before the latest. */
export const PLACES = {
  creditUsed: 5,
  voided: 4,
  refunded: 3,
  retrying: 1,
  paymentChanged: 7,
  oldRefund: 9,
} as const;

export type InvoicePart = { invoices: InvoiceRow[]; lines: LineRow[] };

/** One invoice per month, unpaid; before the one four places back stands a void one that it replaces. */
export function makeInvoices(scene: Scene, billable: Billable, usedCredit: CreditRow): InvoicePart {
  const part: InvoicePart = { invoices: [], lines: [] };
  for (let offset = scene.firstOffset; offset <= 0; offset += 1) {
    const back = -offset;
    const drafts = draftLines(scene, billable, offset);
    if (back === PLACES.creditUsed) drafts.push(creditLine(scene, usedCredit));
    if (back === PLACES.voided) addInvoice(scene, part, offset, drafts, true);
    addInvoice(scene, part, offset, drafts, false);
  }
  return part;
}

function addInvoice(
  scene: Scene,
  part: InvoicePart,
  offset: number,
  drafts: readonly DraftLine[],
  isVoid: boolean,
): void {
  const { spec } = scene;
  const issuedOn = scene.month(offset);
  const key = `${isVoid ? 'void-' : ''}invoice:${issuedOn}`;
  const id = scene.id(key);
  const number = numberOf(scene, issuedOn, part.invoices.length);
  const sums = sumUp(drafts);
  const taxMinor = taxOn(sums.subtotalMinor + sums.discountMinor, spec.taxRatePpm);
  const totalMinor = sums.subtotalMinor + sums.discountMinor + sums.creditMinor + taxMinor;
  part.invoices.push({
    id,
    currency: spec.currency,
    number,
    status: isVoid ? 'void' : 'open',
    issuedOn,
    dueOn: addDays(issuedOn, scene.termsDays),
    paidOn: null,
    periodStart: issuedOn,
    periodEnd: scene.monthEnd(offset),
    ...sums,
    taxMinor,
    totalMinor,
    paidMinor: 0,
    refundedMinor: 0,
    dueMinor: isVoid ? 0 : totalMinor,
    taxLabel: spec.taxLabel,
    taxRatePpm: spec.taxRatePpm,
    memo: isVoid ? null : (spec.memos[-offset] ?? null),
    voidReason: isVoid
      ? `Issued with the wrong billing address; replaced by ${numberOf(scene, issuedOn, part.invoices.length + 1)}`
      : null,
  });
  part.lines.push(
    ...drafts.map(({ key: lineKey, ...draft }, index) => ({
      ...draft,
      id: scene.id(`${key}:${lineKey}`),
      invoiceId: id,
      position: index + 1,
    })),
  );
}

function numberOf(scene: Scene, issuedOn: string, index: number): string {
  return `${issuedOn.slice(0, 4)}-${scene.spec.firstNumber + index}`;
}

function sumUp(drafts: readonly DraftLine[]) {
  const sum = (wanted: (kind: DraftLine['kind']) => boolean) =>
    drafts.filter(({ kind }) => wanted(kind)).reduce((all, { amountMinor }) => all + amountMinor, 0);
  return {
    subtotalMinor: sum((kind) => kind !== 'discount' && kind !== 'credit'),
    discountMinor: sum((kind) => kind === 'discount'),
    creditMinor: sum((kind) => kind === 'credit'),
  };
}
