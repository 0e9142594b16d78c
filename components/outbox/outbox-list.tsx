import { ChevronRight } from 'lucide-react';
import { When } from '#components/ui/when.tsx';
import { Empty, PageHead, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { OutboxItem } from '#lib/contract/outbox.ts';

type OutboxListProps = {
  mails: readonly OutboxItem[];
  timeZone: string;
  /** No mail server is set: nothing leaves this machine. */
  stays: boolean;
};

/** Mails as text, whatever stands in them. */
export function OutboxList({ mails, timeZone, stays }: OutboxListProps) {
  return (
    <>
      <PageHead title="Outbox">
        {stays
          ? 'No mail server is set, so what would be mailed about your account stays here. Only a demonstration shows this page.'
          : 'What was mailed about your account. Only a demonstration shows this page.'}
      </PageHead>
      {mails.length === 0 ? (
        <Empty title="No mail yet">
          Approve a refund or another billing address, or have a receipt sent, and the mail stands here.
        </Empty>
      ) : (
        <Sheet>
          <ul className="divide-line divide-y">
            {mails.map((mail) => (
              <li key={mail.id}>
                <details className="group">
                  <summary className="hover:bg-sunken grid cursor-pointer list-none grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1 px-4 py-3 sm:grid-cols-[auto_minmax(0,1fr)_auto] [&::-webkit-details-marker]:hidden">
                    <ChevronRight
                      className="text-quiet size-4 translate-y-1 self-start transition-transform group-open:rotate-90 motion-reduce:transition-none"
                      aria-hidden
                    />
                    <span>
                      <span className="block font-medium [overflow-wrap:anywhere]">{mail.subject}</span>
                      <span className="text-quiet block text-[0.8125rem] [overflow-wrap:anywhere]">
                        to {mail.recipient}
                      </span>
                    </span>
                    <span className="text-quiet col-start-2 flex items-baseline gap-3 text-[0.8125rem] sm:col-start-3">
                      <Badge tone={mail.sentAt ? 'good' : 'neutral'}>
                        {mail.sentAt ? 'Sent' : 'Waiting'}
                      </Badge>
                      <When at={mail.createdAt} timeZone={timeZone} long />
                    </span>
                  </summary>
                  <pre className="bg-sunken border-line border-t px-4 py-4 font-sans text-[0.875rem] [overflow-wrap:anywhere] whitespace-pre-wrap sm:pl-10.5">
                    {mail.body}
                  </pre>
                </details>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
