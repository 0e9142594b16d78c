'use client';

import { CircleCheck, CircleX, RotateCw } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import type { Payment } from '#lib/contract/bill.ts';
import { Amount } from './amount.tsx';
import { AskAbout } from './ask.tsx';
import { Day } from './day.tsx';
import { invoiceHref } from './links.ts';
import { useLocale } from './locale.tsx';
import { askPayment } from './questions.ts';
import { PaymentStatus } from './status-badge.tsx';

/** One payment: what it was for, how it went, and every attempt where it took more than one. */
export function PaymentItem({ payment, anchor }: { payment: Payment; anchor?: boolean }) {
  const locale = useLocale();
  return (
    <li id={anchor ? `payment-${payment.id}` : undefined} className="flex gap-2 px-4 py-3">
      <div className="grid min-w-0 grow gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Amount value={payment.amount} className="font-medium" />
            <PaymentStatus status={payment.status} />
          </span>
          <span className="text-quiet text-[0.8125rem]">
            <Day value={payment.settledOn ?? payment.startedOn} />
          </span>
        </div>
        <p className="text-quiet text-[0.8125rem]">
          Invoice{' '}
          <Link
            href={invoiceHref(payment.invoiceNumber)}
            className="text-accent tabular decoration-accent-line underline underline-offset-4 hover:decoration-current"
          >
            {payment.invoiceNumber}
          </Link>{' '}
          · {payment.method}
          {payment.failureReason && ` · ${payment.failureReason}`}
        </p>
        {payment.nextRetryOn && (
          <p className="text-warn text-[0.8125rem] font-medium">
            Next attempt on <Day value={payment.nextRetryOn} />
          </p>
        )}
        {payment.attempts.length > 1 && <Attempts payment={payment} />}
      </div>
      <AskAbout question={askPayment(payment, locale)} about="this payment" />
    </li>
  );
}

function Attempts({ payment }: { payment: Payment }) {
  return (
    <ol className="border-line mt-1 grid gap-1 border-l pl-3 text-[0.8125rem]" aria-label="Attempts">
      {payment.attempts.map((attempt, index) => (
        <li key={`${attempt.on}-${index}`} className="text-quiet flex items-center gap-2">
          {attempt.succeeded ? (
            <CircleCheck className="text-good size-3.5 shrink-0" aria-label="Succeeded" />
          ) : (
            <CircleX className="text-bad size-3.5 shrink-0" aria-label="Failed" />
          )}
          <Day value={attempt.on} />
          {attempt.reason}
        </li>
      ))}
      {payment.nextRetryOn && (
        <li className="text-quiet flex items-center gap-2">
          <RotateCw className="text-warn size-3.5 shrink-0" aria-label="Planned" />
          <Day value={payment.nextRetryOn} /> planned
        </li>
      )}
    </ol>
  );
}
