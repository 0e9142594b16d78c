'use client';

import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type SegmentsProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few, side by side: radio buttons that look like the filters of the bill's pages. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="bg-sunken flex w-fit max-w-full flex-wrap gap-0.5 rounded-xl p-1">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${name}-${option.value}`}
          className={classNames(
            'has-focus-visible:outline-accent flex min-h-9 cursor-pointer items-center rounded-lg px-3.5 text-sm transition-colors has-focus-visible:outline-2',
            option.value === value
              ? 'bg-surface text-ink font-medium shadow-sm'
              : 'text-quiet hover:text-ink',
          )}
        >
          <input
            id={`${name}-${option.value}`}
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
