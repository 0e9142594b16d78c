'use client';

import { FormFoot } from '#components/cases/form-foot.tsx';
import type { AddressRule } from '#lib/contract/switches.ts';
import { Preview } from './address-form.tsx';
import { useAddressChange } from './use-address-change.ts';

type AddressRemovalProps = { rule: AddressRule; onCancel: () => void; onDone: () => void };

/** Takes a rule away, once it was seen what is left then. */
export function AddressRemoval({ rule, onCancel, onDone }: AddressRemovalProps) {
  const { preview, sending, problem, submit } = useAddressChange(onDone);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ do: 'remove', ruleId: rule.ruleId });
      }}
    >
      <Preview preview={preview} sentence="" />
      <FormFoot
        problem={problem}
        send={preview ? 'Take it away' : 'Show what is left'}
        sendable={preview?.letsYouIn !== false}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}
