import type { ReactNode } from 'react';
import { ConfirmAttack } from '#components/attacks/confirm-attack.tsx';
import { Sheet } from '#components/bill/section.tsx';
import { CONTEST_GROUNDS, type CaseText, type ReviewedCase } from '#lib/contract/cases.ts';
import { PersonMessage } from './person-message.tsx';
import { ReplyForm } from './reply-form.tsx';
import { When } from '#components/ui/when.tsx';

/** A case as the agent who opened it reads it: what the customer chose to send, and no more. */
export function OpenedCaseView({ one, timeZone }: { one: ReviewedCase; timeZone: string }) {
  return (
    <div className="grid gap-6">
      {(one.ground || one.turnId) && (
        <Sheet className="px-5 py-4">
          <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
            {one.ground && (
              <>
                <dt className="text-quiet">What is wrong</dt>
                <dd>{CONTEST_GROUNDS[one.ground]}</dd>
              </>
            )}
            {one.turnId && (
              <>
                <dt className="text-quiet">Answer number</dt>
                <dd className="tabular [overflow-wrap:anywhere]">{one.turnId}</dd>
              </>
            )}
          </dl>
        </Sheet>
      )}
      <section aria-label="What was written" className="grid gap-3">
        {one.texts.length === 0 && (
          <p className="text-quiet text-sm">The customer added no words of their own.</p>
        )}
        {one.texts.map((text) =>
          text.author === 'staff' ? (
            <PersonMessage key={text.id} caseId={one.caseId} text={text} timeZone={timeZone} />
          ) : (
            <FromCustomer key={text.id} text={text} timeZone={timeZone}>
              <ConfirmAttack
                caseId={one.caseId}
                textId={text.id}
                text={text.text}
                attackId={one.attacks.find(({ textId }) => textId === text.id)?.attackId ?? null}
              />
            </FromCustomer>
          ),
        )}
      </section>
      {one.state === 'closed' ? (
        <p className="text-quiet text-sm">This case is closed.</p>
      ) : (
        <ReplyForm caseId={one.caseId} />
      )}
    </div>
  );
}

type FromCustomerProps = { text: CaseText; timeZone: string; children: ReactNode };

function FromCustomer({ text, timeZone, children }: FromCustomerProps) {
  return (
    <article aria-label="The customer" className="bg-sunken grid gap-2 rounded-2xl rounded-tl-md px-4 py-3">
      <p className="text-quiet text-[0.8125rem]">
        The customer, <When at={text.createdAt} timeZone={timeZone} />
      </p>
      <p className="max-w-prose [overflow-wrap:anywhere] whitespace-pre-wrap">{text.text}</p>
      {text.invoices.length > 0 && (
        <p className="text-sm">
          <span className="text-quiet">Linked invoices:</span>{' '}
          <span className="tabular">{text.invoices.join(', ')}</span>
        </p>
      )}
      {children}
    </article>
  );
}
