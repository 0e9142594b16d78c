'use client';

import { useId, useState } from 'react';
import { FormFoot } from '#components/cases/form-foot.tsx';
import type { Problem } from '#components/chat/wire/problem.ts';
import { Field, Input } from '#components/ui/input.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import { type Customer, HOLD_REASON_MAX_CHARACTERS } from '#lib/contract/retention.ts';
import { postHold } from './requests.ts';
import { Select } from '#components/ui/select.tsx';

type HoldFormProps = { customers: readonly Customer[]; onCancel: () => void; onSet: () => void };

/** Whose data must stay, and why. */
export function HoldForm({ customers, onCancel, onSet }: HoldFormProps) {
  const fieldId = useId();
  const [tenantId, setTenantId] = useState(customers[0]?.tenantId ?? '');
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    const person = email.trim();
    const answered = await postHold({ tenantId, reason, ...(person === '' ? {} : { email: person }) });
    setSending(false);
    if (answered.ok) return onSet();
    setProblem(inWords(answered.problem));
  };
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Customer" htmlFor={`${fieldId}-customer`}>
        <Select
          id={`${fieldId}-customer`}
          value={tenantId}
          onChange={(event) => setTenantId(event.target.value)}
          options={customers.map((customer) => ({ value: customer.tenantId, label: customer.name }))}
        />
      </Field>
      <Field label="E-mail address of one person" htmlFor={`${fieldId}-email`}>
        <Input
          id={`${fieldId}-email`}
          type="email"
          autoComplete="off"
          value={email}
          aria-describedby={`${fieldId}-email-note`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <p id={`${fieldId}-email-note`} className="text-quiet text-[0.8125rem]">
          Left empty, everyone of this customer is held.
        </p>
      </Field>
      <Field label="Reason" htmlFor={`${fieldId}-reason`}>
        <TextArea
          id={`${fieldId}-reason`}
          rows={3}
          maxLength={HOLD_REASON_MAX_CHARACTERS}
          value={reason}
          aria-describedby={`${fieldId}-reason-note`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${fieldId}-reason-note`} className="text-quiet text-[0.8125rem]">
          Stored encrypted; administrators alone read it.
        </p>
      </Field>
      <FormFoot
        problem={problem}
        send="Set the hold"
        sendable={tenantId !== '' && reason.trim() !== ''}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}

function inWords({ kind, message }: Problem): string {
  if (kind === 'gone') return 'This customer has no one with that address.';
  return message === ERROR_TABLE.not_eligible.sentence
    ? 'You have set one on this within the last thirty days, and nobody confirmed it. Another administrator can set it.'
    : message;
}
