import { Link } from '#components/ui/link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Payments } from '#lib/contract/bill.ts';
import { Amount } from './amount.tsx';
import { Day } from './day.tsx';
import { invoiceHref } from './links.ts';
import { REFUND_STATUS } from './status.ts';

export function RefundRows({ refunds }: { refunds: Payments['refunds'] }) {
  return (
    <ul className="divide-line divide-y">
      {refunds.map((refund) => (
        <li key={refund.id} className="grid gap-1 px-4 py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="flex flex-wrap items-center gap-2.5">
              <Amount value={refund.amount} className="font-medium" />
              <Badge tone={REFUND_STATUS[refund.status].tone}>{REFUND_STATUS[refund.status].label}</Badge>
            </span>
            <span className="text-quiet text-[0.8125rem]">
              {refund.completedOn ? 'arrived ' : 'expected by '}
              <Day value={refund.completedOn ?? refund.expectedOn} />
            </span>
          </div>
          <p className="text-quiet text-[0.8125rem]">
            {refund.reason} · invoice{' '}
            <Link
              href={invoiceHref(refund.invoiceNumber)}
              className="text-accent tabular decoration-accent-line underline underline-offset-4 hover:decoration-current"
            >
              {refund.invoiceNumber}
            </Link>{' '}
            · to {refund.method}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function CreditRows({ credits }: { credits: Payments['credits'] }) {
  return (
    <ul className="divide-line divide-y">
      {credits.map((credit) => (
        <li key={credit.id} className="grid gap-1 px-4 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>
              <Amount
                value={credit.remaining}
                className={credit.remaining.amountMinor > 0 ? 'font-medium' : 'text-quiet'}
              />{' '}
              <span className="text-quiet text-[0.8125rem]">
                left of <Amount value={credit.granted} />
              </span>
            </span>
            <span className="text-quiet text-[0.8125rem]">
              {credit.expiresOn ? (
                <>
                  use by <Day value={credit.expiresOn} />
                </>
              ) : (
                'does not expire'
              )}
            </span>
          </div>
          <p className="text-quiet text-[0.8125rem] first-letter:uppercase">
            {credit.reason} · granted <Day value={credit.grantedOn} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function MethodRows({ methods }: { methods: Payments['methods'] }) {
  return (
    <ul className="divide-line divide-y">
      {methods.map((method) => (
        <li key={method.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
          <span className="tabular flex flex-wrap items-center gap-2.5 font-medium">
            {method.label}
            {method.isDefault && <Badge tone="accent">Used for payments</Badge>}
          </span>
          {method.expiresOn && (
            <span className="text-quiet text-[0.8125rem]">
              expires <Day value={method.expiresOn} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
