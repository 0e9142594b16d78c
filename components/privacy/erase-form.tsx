'use client';

import { type FormEvent, useId, useState } from 'react';
import { SecondFactorField } from '#components/approvals/second-factor-field.tsx';
import { TroubleNote } from '#components/approvals/trouble-note.tsx';
import type { Trouble } from '#components/approvals/wire/trouble.ts';
import { Button } from '#components/ui/button.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import type { ErasePreview } from '#lib/contract/privacy.ts';
import { EraseFacts } from './erase-facts.tsx';

type EraseFormProps = {
  preview: ErasePreview;
  trouble: Trouble | null;
  busy: boolean;
  demonstrates: boolean;
  onSend: (confirm: string, proof: string) => void;
};

/** What goes and what stays, the words to type, and the proof that it is really them. */
export function EraseForm({ preview, trouble, busy, demonstrates, onSend }: EraseFormProps) {
  const [confirm, setConfirm] = useState('');
  const [proof, setProof] = useState('');
  const id = useId();
  const isRight = confirm.trim().toLowerCase() === preview.confirm;
  const isComplete = isRight && (preview.proof === 'sign_in' || proof.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return document.getElementById(isRight ? `${id}-proof` : id)?.focus();
    onSend(confirm.trim(), proof.trim());
  };
  if (preview.held)
    return (
      <p role="alert" className="bg-warn-soft text-warn rounded-xl px-4 py-2.5 text-sm">
        Something of yours has to be kept for now, for a legal reason, so nothing can be erased. Please ask
        our support about it.
      </p>
    );
  return (
    <form onSubmit={submit} className="grid gap-4" aria-busy={busy}>
      <EraseFacts preview={preview} />
      <Field label={`To confirm, type ${preview.confirm}`} htmlFor={id}>
        <Input
          id={id}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          value={confirm}
          onChange={(event) => setConfirm(event.target.value)}
        />
      </Field>
      {preview.proof === 'code' && (
        <SecondFactorField
          id={`${id}-proof`}
          value={proof}
          onChange={setProof}
          autoFocus={false}
          demonstrates={demonstrates}
        />
      )}
      {preview.proof === 'password' && (
        <Field label="Your password" htmlFor={`${id}-proof`}>
          <Input
            id={`${id}-proof`}
            type="password"
            autoComplete="current-password"
            maxLength={256}
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
        </Field>
      )}
      {trouble && <TroubleNote trouble={trouble} />}
      <Button type="submit" look="danger" className="justify-self-start" aria-disabled={busy || !isComplete}>
        {busy ? 'Erasing…' : preview.scope === 'account' ? 'Erase my account' : 'Erase this conversation'}
      </Button>
    </form>
  );
}
