import type { Metadata } from 'next';
import { CreditRows, MethodRows, RefundRows } from '#components/bill/money-rows.tsx';
import { Party } from '#components/bill/party.tsx';
import { PaymentItem } from '#components/bill/payment-item.tsx';
import { PendingEmail } from '#components/bill/pending-email.tsx';
import { Empty, PageHead, Section, Sheet } from '#components/bill/section.tsx';
import type { Payments } from '#lib/contract/bill.ts';
import type { BillingDetails } from '#lib/contract/cards.ts';
import { readBill } from '../read-bill.tsx';

export const metadata: Metadata = { title: 'Payments' };

const ALL = 500;

export default function PaymentsPage() {
  return readBill({
    path: '/payments',
    area: 'money',
    what: 'Payments',
    read: async (reader) => ({
      payments: await reader.listPayments({ limit: ALL }),
      details: await reader.details(),
    }),
    show: (facts) => <PaymentsView {...facts} />,
  });
}

type PaymentsViewProps = { payments: Payments; details: BillingDetails };

function PaymentsView({ payments: { payments, refunds, credits, methods }, details }: PaymentsViewProps) {
  return (
    <>
      <PageHead title="Payments">What was paid and how it went, what comes back, and how you pay.</PageHead>
      {refunds.length > 0 && (
        <Section title="Refunds">
          <Sheet>
            <RefundRows refunds={refunds} />
          </Sheet>
        </Section>
      )}
      {credits.length > 0 && (
        <Section title="Credit">
          <Sheet>
            <CreditRows credits={credits} />
          </Sheet>
        </Section>
      )}
      <Section title="Payments">
        {payments.length > 0 ? (
          <Sheet>
            <ul className="divide-line divide-y">
              {payments.map((payment) => (
                <PaymentItem key={payment.id} payment={payment} anchor />
              ))}
            </ul>
          </Sheet>
        ) : (
          <Empty title="No payments yet">Each payment and every attempt will stand here.</Empty>
        )}
      </Section>
      {methods.length > 0 && (
        <Section title="Payment methods" id="methods">
          <Sheet>
            <MethodRows methods={methods} />
          </Sheet>
        </Section>
      )}
      <Section title="Billing address" id="address">
        <Sheet className="grid gap-4 px-4 py-4">
          <Party title="Billed to" party={details.customer} />
          <PendingEmail pending={details.pendingEmail} />
        </Sheet>
      </Section>
    </>
  );
}
