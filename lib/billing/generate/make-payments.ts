import 'server-only';
import { addDays, daysBetween } from '../days.ts';
import type { AttemptRow, InvoiceRow, MethodRow, PaymentRow } from '../ledger-rows.ts';
import { PLACES } from './make-invoices.ts';
import type { Scene } from './scene.ts';

export type PaymentPart = {
  invoices: InvoiceRow[];
  payments: PaymentRow[];
  attempts: AttemptRow[];
  methods: MethodRow[];
};

const NO_FUNDS = 'Declined by the bank: insufficient funds';
const BLOCKED = 'Declined by the bank: the card was blocked after it was reported lost';
/** Days between attempts of a payment that failed; the last one was yesterday but one, the next is in three days. */
const RETRY = { everyDays: 7, lastDaysAgo: 2, nextInDays: 3 } as const;
/** After a card was blocked, how soon the invoice was paid with the new one. */
const CHANGED_CARD_DAYS = 4;

/**
 * Pays every invoice on its due date but the latest two: of these the newer is not due yet, and the payment of the older one
 * has failed and is being retried. One payment of the past failed for good and was made with another card.
 */
export function makePayments(scene: Scene, invoices: readonly InvoiceRow[]): PaymentPart {
  const methods = makeMethods(scene);
  const part: PaymentPart = { invoices: [], payments: [], attempts: [], methods };
  const newestFirst = invoices.filter(({ status }) => status !== 'void').toReversed();
  for (const invoice of invoices) {
    const back = newestFirst.indexOf(invoice);
    part.invoices.push(back > PLACES.retrying ? { ...invoice, ...paid(invoice, back) } : invoice);
    if (back === PLACES.retrying) addRetrying(scene, part, invoice);
    if (back > PLACES.retrying) addSettled(scene, part, invoice, back);
  }
  return part;
}

function paidOnOf(invoice: InvoiceRow, back: number): string {
  return addDays(invoice.dueOn, back === PLACES.paymentChanged ? CHANGED_CARD_DAYS : 0);
}

function paid(invoice: InvoiceRow, back: number) {
  return {
    status: 'paid' as const,
    paidOn: paidOnOf(invoice, back),
    paidMinor: invoice.totalMinor,
    dueMinor: 0,
  };
}

function makeMethods(scene: Scene): MethodRow[] {
  const { spec } = scene;
  const bank: MethodRow =
    spec.currency === 'EUR'
      ? {
          id: scene.id('method:bank'),
          kind: 'sepa_debit',
          label: 'SEPA direct debit •••• 6108',
          expiresOn: null,
          isDefault: false,
        }
      : {
          id: scene.id('method:bank'),
          kind: 'bank_transfer',
          label: 'Bank transfer',
          expiresOn: null,
          isDefault: false,
        };
  return [
    {
      id: scene.id('method:card'),
      kind: 'card',
      label: 'Visa •••• 4242',
      expiresOn: scene.monthEnd(14),
      isDefault: true,
    },
    {
      id: scene.id('method:old-card'),
      kind: 'card',
      label: 'Mastercard •••• 4444',
      expiresOn: scene.monthEnd(-3),
      isDefault: false,
    },
    bank,
  ];
}

type Outcome = Pick<PaymentRow, 'status' | 'startedOn'> & Partial<PaymentRow>;

function addPayment(
  scene: Scene,
  part: PaymentPart,
  invoice: InvoiceRow,
  method: 'card' | 'old-card',
  outcome: Outcome,
  attempts: readonly string[],
): void {
  const id = scene.id(`payment:${invoice.id}:${outcome.status}`);
  part.payments.push({
    id,
    invoiceId: invoice.id,
    currency: invoice.currency,
    methodId: scene.id(`method:${method}`),
    amountMinor: invoice.totalMinor,
    settledOn: null,
    failureReason: null,
    nextRetryOn: null,
    ...outcome,
  });
  const reason = outcome.failureReason ?? null;
  part.attempts.push(
    ...attempts.map((attemptedOn, index) => ({
      paymentId: id,
      sequence: index + 1,
      attemptedOn,
      succeeded: reason === null,
      reason,
    })),
  );
}

function addSettled(scene: Scene, part: PaymentPart, invoice: InvoiceRow, back: number): void {
  const on = paidOnOf(invoice, back);
  if (back === PLACES.paymentChanged) {
    const failed = { status: 'failed', startedOn: invoice.dueOn, failureReason: BLOCKED } as const;
    addPayment(scene, part, invoice, 'old-card', failed, [invoice.dueOn]);
  }
  const method = back > PLACES.paymentChanged ? 'old-card' : 'card';
  addPayment(scene, part, invoice, method, { status: 'succeeded', startedOn: on, settledOn: on }, [on]);
}

function addRetrying(scene: Scene, part: PaymentPart, invoice: InvoiceRow): void {
  const lastOn = addDays(scene.today, -RETRY.lastDaysAgo);
  const attempts: string[] = [];
  for (let on = invoice.dueOn; daysBetween(on, lastOn) > 2; on = addDays(on, RETRY.everyDays))
    attempts.push(on);
  attempts.push(lastOn);
  const retrying = {
    status: 'retrying',
    startedOn: invoice.dueOn,
    failureReason: NO_FUNDS,
    nextRetryOn: addDays(scene.today, RETRY.nextInDays),
  } as const;
  addPayment(scene, part, invoice, 'card', retrying, attempts);
}
