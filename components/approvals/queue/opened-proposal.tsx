import { ArrowLeft } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { Amount } from '#components/bill/amount.tsx';
import { Day } from '#components/bill/day.tsx';
import { InvoiceWhen } from '#components/bill/invoice-rows.tsx';
import { Section, Sheet } from '#components/bill/section.tsx';
import { InvoiceStatus } from '#components/bill/status-badge.tsx';
import type { ProposalContext, OfferedApproval } from '#lib/contract/approvals.ts';
import { ApprovalCard } from '../approval-card.tsx';
import { CardLines } from '../card-lines.tsx';
import { Visible } from '../visible.tsx';
import { When } from '#components/ui/when.tsx';

type OpenedProposalProps = {
  card: OfferedApproval;
  context: ProposalContext;
  timeZone: string;
  demonstrates: boolean;
};

/** One proposal: the card to decide, and the account it touches. Nothing of what anybody said is here. */
export function OpenedProposal({ card, context, timeZone, demonstrates }: OpenedProposalProps) {
  return (
    <>
      <Link
        href="/admin/approvals"
        className="text-quiet hover:text-ink mb-4 inline-flex items-center gap-1.5 rounded-md text-sm"
      >
        <ArrowLeft className="size-4" aria-hidden /> Approvals queue
      </Link>
      <h1 className="mb-6 text-[1.75rem] leading-tight font-semibold">{context.customer}</h1>
      <div className="mb-10">
        <ApprovalCard
          approvalId={card.approvalId}
          title={card.title}
          first={card}
          side="approver"
          demonstrates={demonstrates}
        />
      </div>
      <Section title="The account">
        <CardLines lines={context.lines} side="approver" />
      </Section>
      <Section title="Invoices" aside="the one this is about first">
        <Sheet>
          <Invoices invoices={context.invoices} />
        </Sheet>
      </Section>
      <Section title="Changes made before">
        {context.earlier.length === 0 ? (
          <p className="text-quiet">None so far.</p>
        ) : (
          <Sheet>
            <Earlier earlier={context.earlier} timeZone={timeZone} />
          </Sheet>
        )}
      </Section>
    </>
  );
}

function Invoices({ invoices }: Pick<ProposalContext, 'invoices'>) {
  return (
    <ul className="divide-line divide-y">
      {invoices.map((invoice) => (
        <li
          key={invoice.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-3"
        >
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="tabular font-medium">{invoice.number}</span>
            <InvoiceStatus status={invoice.status} />
          </span>
          <Amount value={invoice.total} className="text-right font-medium" />
          <span className="text-quiet text-[0.8125rem]">
            Issued <Day value={invoice.issuedOn} />
          </span>
          <span className="text-quiet text-right text-[0.8125rem]">
            <InvoiceWhen invoice={invoice} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Earlier({ earlier, timeZone }: Pick<ProposalContext, 'earlier'> & { timeZone: string }) {
  return (
    <ul className="divide-line divide-y">
      {earlier.map((effect, index) => (
        <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 px-4 py-3">
          <Visible text={effect.summary} />
          {effect.amount ? <Amount value={effect.amount} className="text-right font-medium" /> : <span />}
          <span className="text-quiet text-[0.8125rem]">
            <When at={effect.at} timeZone={timeZone} long />
          </span>
        </li>
      ))}
    </ul>
  );
}
