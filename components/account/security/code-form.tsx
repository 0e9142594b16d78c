'use client';

import { type FormEvent, useId, useState } from 'react';
import { getDemoCode } from '#components/account/wire/requests.ts';
import { Button } from '#components/ui/button.tsx';
import { Field, Input } from '#components/ui/input.tsx';

type CodeFormProps = {
  label: string;
  action: string;
  danger?: boolean;
  busy: boolean;
  /** In a demonstration the page can say what the person's app would. */
  demonstrates: boolean;
  onSubmit: (code: string) => void;
};

/** One code and what it is good for. */
export function CodeForm({ label, action, danger = false, busy, demonstrates, onSubmit }: CodeFormProps) {
  const [code, setCode] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || code.trim() === '') return document.getElementById(id)?.focus();
    onSubmit(code.trim());
    setCode('');
  };
  const demonstrate = async () => {
    const answered = await getDemoCode();
    if (answered.ok) setCode(answered.value.code);
  };
  return (
    <form onSubmit={submit} className="grid gap-3" aria-busy={busy}>
      <Field label={label} htmlFor={id}>
        <Input
          id={id}
          className="tabular max-w-56"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        {demonstrates && (
          <Button
            look="link"
            size="bare"
            className="justify-self-start text-[0.8125rem] font-normal"
            onClick={() => void demonstrate()}
          >
            Demonstration: fill in the code
          </Button>
        )}
      </Field>
      <Button
        type="submit"
        look={danger ? 'outline' : 'primary'}
        className="justify-self-start"
        aria-disabled={busy || code.trim() === ''}
      >
        {action}
      </Button>
    </form>
  );
}
