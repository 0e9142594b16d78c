import { ArrowUpRight } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { Amount } from '#components/bill/amount.tsx';
import { Day } from '#components/bill/day.tsx';
import { Figure, Figures } from '#components/bill/figure.tsx';
import { invoiceHref } from '#components/bill/links.ts';
import { dueWords } from '#components/bill/status.ts';
import type { Balance } from '#lib/contract/bill.ts';
import type { Plan } from '#lib/contract/subscription.ts';

type GreetingProps = {
  tenantName: string;
  /** Null for people whose role does not see money. */
  balance: Balance | null;
  plan: Pick<Plan, 'name' | 'renewsOn' | 'daysUntilRenewal'>;
};

/** The first thing a person sees: where they stand, before they have asked anything. */
export function Greeting({ tenantName, balance, plan }: GreetingProps) {
  return (
    <div className="grid gap-6">
      <h1 className="text-[1.75rem] leading-tight font-semibold sm:text-[2rem]">
        Hello, {tenantName}.
        <span className="text-quiet block font-normal">What would you like to know about your bill?</span>
      </h1>
      <Figures>
        {balance && (
          <Figure name="You owe" large>
            <Link href="/invoices?status=open" className="hover:text-accent">
              <Amount value={balance.due} />
            </Link>
          </Figure>
        )}
        {balance?.nextDueInvoice && balance.nextDueOn && (
          <Figure
            name="Next due"
            large
            note={
              <Link
                href={invoiceHref(balance.nextDueInvoice.number)}
                className="hover:text-accent inline-flex items-center gap-0.5"
              >
                {balance.nextDueInvoice.number}, {dueWords(balance.nextDueInvoice.daysUntilDue ?? 0)}
                <ArrowUpRight className="size-3.5" aria-hidden />
              </Link>
            }
          >
            <Day value={balance.nextDueOn} />
          </Figure>
        )}
        {!balance && (
          <>
            <Figure name="Your plan" large>
              <Link href="/plan" className="hover:text-accent">
                {plan.name}
              </Link>
            </Figure>
            <Figure name="Renews" large note={`in ${plan.daysUntilRenewal} days`}>
              <Day value={plan.renewsOn} />
            </Figure>
          </>
        )}
      </Figures>
    </div>
  );
}
