import { Day } from '#components/bill/day.tsx';
import { MethodRows } from '#components/bill/money-rows.tsx';
import { Party } from '#components/bill/party.tsx';
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
        <p className="border-line border-t px-4 py-3">
          <span className="text-quiet">From </span>
          <Day value={details.pendingEmail.on} />
          <span className="text-quiet">, bills go to </span>
          <span className="break-all">{details.pendingEmail.email}</span>
        </p>
      )}
      {details.methods.length > 0 && (
        <CardPart title="Payment methods">
          <MethodRows methods={details.methods} />
        </CardPart>
      )}
    </CardFrame>
  );
}
