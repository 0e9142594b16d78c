import { MethodRows } from '#components/bill/money-rows.tsx';
import { Party } from '#components/bill/party.tsx';
import { PendingEmail } from '#components/bill/pending-email.tsx';
import type { BillingDetails } from '#lib/contract/cards.ts';
import { CardFrame, CardPart } from './card-frame.tsx';

export function DetailsCard({ details }: { details: BillingDetails }) {
  return (
    <CardFrame title="On your invoices" href="/payments#methods" hrefLabel="Payment methods">
      <div className="grid gap-5 px-4 py-4 sm:grid-cols-2">
        <Party title="Billed to" party={details.customer} />
        <Party title="From" party={details.vendor} />
      </div>
      {details.pendingEmail && (
        <div className="px-4 pb-4">
          <PendingEmail pending={details.pendingEmail} />
        </div>
      )}
      {details.methods.length > 0 && (
        <CardPart title="Payment methods">
          <MethodRows methods={details.methods} />
        </CardPart>
      )}
    </CardFrame>
  );
}
