'use client';

import { useId } from 'react';
import { Field, Input } from '#components/ui/input.tsx';
import { SWITCH_REASON_MAX_CHARACTERS } from '#lib/contract/switches.ts';

/** Why: what the page and the log say beside it. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <Field label="Why" htmlFor={id}>
      <Input
        id={id}
        value={value}
        autoComplete="off"
        maxLength={SWITCH_REASON_MAX_CHARACTERS}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className="text-quiet text-[0.8125rem]">
        Stands on this page and in the audit log. Name no person.
      </p>
    </Field>
  );
}

/** Whether a reason is long enough to be one. */
export function isReason(value: string): boolean {
  return value.trim().length >= 3;
}
