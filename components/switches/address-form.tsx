'use client';

import { useId, useState } from 'react';
import { FormFoot } from '#components/cases/form-foot.tsx';
import { Select } from '#components/ui/select.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import { type AddressAnswer, addressActionSchema } from '#lib/contract/switches.ts';
import { isReason, ReasonField } from './reason-field.tsx';
import { ReadBack } from './read-back.tsx';
import { useAddressChange } from './use-address-change.ts';

const ACTIONS = [
  { value: 'allow', label: 'Let in' },
  { value: 'deny', label: 'Keep out' },
] as const;

/** A range of addresses that is let in or kept out: first previewed by the server, then carried out. */
export function AddressForm({ onCancel, onDone }: { onCancel: () => void; onDone: () => void }) {
  const id = useId();
  const [values, setValues] = useState<{ action: 'allow' | 'deny'; range: string; reason: string }>({
    action: 'deny',
    range: '',
    reason: '',
  });
  const { preview, sending, problem, submit, reset } = useAddressChange(onDone);
  const change = (part: Partial<typeof values>) => {
    setValues((before) => ({ ...before, ...part }));
    reset();
  };
  const { action, range, reason } = values;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ do: 'add', action, range, reason });
      }}
    >
      <Field label="What happens" htmlFor={`${id}-action`}>
        <Select
          id={`${id}-action`}
          value={action}
          onChange={(event) => change({ action: addressActionSchema.parse(event.target.value) })}
          options={ACTIONS}
        />
      </Field>
      <Field label="Range" htmlFor={`${id}-range`}>
        <Input
          id={`${id}-range`}
          value={range}
          placeholder="192.0.2.0/24"
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          maxLength={64}
          aria-describedby={`${id}-range-note`}
          onChange={(event) => change({ range: event.target.value })}
        />
        <p id={`${id}-range-note`} className="text-quiet text-[0.8125rem]">
          IPv4 or IPv6, as 192.0.2.0/24, 2001:db8::/32 or one address alone.
        </p>
      </Field>
      <ReasonField value={reason} onChange={(value) => change({ reason: value })} />
      <Preview preview={preview} sentence={`${action === 'allow' ? 'lets in' : 'keeps out'}`} />
      <FormFoot
        problem={problem}
        send={preview ? 'Do it now' : 'Show what it does'}
        sendable={range.trim() !== '' && isReason(reason) && preview?.letsYouIn !== false}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}

/** What the server says would come of it. */
export function Preview({ preview, sentence }: { preview: AddressAnswer | null; sentence: string }) {
  return (
    <ReadBack shown={preview !== null} bad={preview?.letsYouIn === false}>
      {preview && previewWords(preview, sentence)}
    </ReadBack>
  );
}

function previewWords({ range, letsYouIn, yourAddress, onlyAllowed }: AddressAnswer, does: string): string {
  if (!letsYouIn && yourAddress === null)
    return 'Your own address can’t be told, so with any rule you would be kept out. Check TRUSTED_PROXY_HOPS first.';
  if (!letsYouIn) return `That would keep out ${yourAddress}, where you are now. It can’t be done from here.`;
  const what = range === null ? 'This takes the rule away.' : `This ${does} ${range}.`;
  const rest = onlyAllowed
    ? 'Everybody outside the ranges that are let in is kept out.'
    : 'Everybody else is let in.';
  return `${what} ${rest} You stay in with ${yourAddress ?? 'your address'}.`;
}
