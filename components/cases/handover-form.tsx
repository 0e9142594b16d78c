'use client';

import { X } from 'lucide-react';
import { useId } from 'react';
import { Field } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { SUMMARY_MAX_CHARACTERS } from '#lib/contract/cases.ts';
import { FormFoot } from './form-foot.tsx';
import { OtherWays } from './other-ways.tsx';
import { postHandover } from './requests.ts';
import { Sent } from './sent.tsx';
import type { SummaryDraft } from './summary-draft.ts';
import { useSend } from './use-send.ts';

type HandoverFormProps = {
  conversationId: string | null;
  draft: SummaryDraft;
  onDraft: (draft: SummaryDraft) => void;
  onSent: () => void;
  onClose: () => void;
};

/** The summary as the person wants it, and which invoices go along. This, and nothing else, is sent. */
export function HandoverForm({ conversationId, draft, onDraft, onSent, onClose }: HandoverFormProps) {
  const fieldId = useId();
  const { summary, invoices } = draft;
  const { send, sending, problem, caseId } = useSend(async () => {
    const answered = await postHandover({
      summary,
      invoices: [...invoices],
      ...(conversationId === null ? {} : { conversationId }),
    });
    if (answered.ok) onSent();
    return answered;
  });
  if (caseId !== null) {
    const where = conversationId
      ? 'The reply will stand in this chat.'
      : 'The reply will be announced on the first screen.';
    return <Sent caseId={caseId} where={where} onClose={onClose} />;
  }
  const over = summary.trim().length - SUMMARY_MAX_CHARACTERS;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label="What you want them to know" htmlFor={fieldId}>
        <TextArea
          id={fieldId}
          rows={6}
          autoFocus
          value={summary}
          aria-invalid={over > 0}
          aria-describedby={`${fieldId}-note`}
          onFocus={(event) => event.target.setSelectionRange(summary.length, summary.length)}
          onChange={(event) => onDraft({ ...draft, summary: event.target.value })}
        />
        <p id={`${fieldId}-note`} className="text-quiet text-[0.8125rem]">
          {over > 0 ? (
            <span className="text-bad font-medium">Too long by {over} characters.</span>
          ) : (
            'Change it as you like. Card numbers are removed before anyone reads it.'
          )}
        </p>
      </Field>
      {invoices.length > 0 && (
        <LinkedInvoices
          invoices={invoices}
          onRemove={(number) => onDraft({ ...draft, invoices: invoices.filter((one) => one !== number) })}
        />
      )}
      <OtherWays />
      <FormFoot
        problem={problem}
        send="Send to a person"
        sendable={summary.trim() !== '' && over <= 0}
        sending={sending}
        onCancel={onClose}
      />
    </form>
  );
}

function LinkedInvoices({
  invoices,
  onRemove,
}: {
  invoices: readonly string[];
  onRemove: (number: string) => void;
}) {
  return (
    <div className="grid gap-1.5">
      <p className="text-sm font-medium" id="linked-invoices">
        Invoices that go along
      </p>
      <ul className="flex flex-wrap gap-2" aria-labelledby="linked-invoices">
        {invoices.map((number) => (
          <li key={number}>
            <button
              type="button"
              onClick={() => onRemove(number)}
              aria-label={`Remove invoice ${number}`}
              className="bg-sunken hover:bg-line tabular flex min-h-8 items-center gap-1.5 rounded-full pr-2 pl-3 text-[0.8125rem] transition-colors"
            >
              {number} <X className="text-quiet size-3.5" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
