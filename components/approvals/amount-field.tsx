import { CircleCheck } from 'lucide-react';
import { Field, Input } from '#components/ui/input.tsx';
import { Visible } from './visible.tsx';

type AmountFieldProps = {
  id: string;
  wanted: string;
  value: string;
  matches: boolean;
  onChange: (value: string) => void;
};

/** Typing a large amount is one more look at it. */
export function AmountField({ id, wanted, value, matches, onChange }: AmountFieldProps) {
  return (
    <Field label="Type the amount to approve it" htmlFor={id}>
      <Input
        id={id}
        className="tabular max-w-56"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={32}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-quiet flex items-center gap-1.5 text-[0.8125rem]">
        {matches ? (
          <>
            <CircleCheck className="text-good size-3.5 shrink-0" aria-hidden /> That is the amount.
          </>
        ) : (
          <span>
            It is <Visible text={wanted} />. However you write it is fine.
          </span>
        )}
      </p>
    </Field>
  );
}
