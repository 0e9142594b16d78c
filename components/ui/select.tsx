import type { ComponentProps } from 'react';

type SelectProps = ComponentProps<'select'> & { options: readonly { value: string; label: string }[] };

/** The platform's own list to choose from, at the size of the other fields. */
export function Select({ options, ...rest }: SelectProps) {
  return (
    <select
      className="border-line-strong bg-surface h-11 w-full rounded-lg border px-3 text-base disabled:opacity-60 sm:text-[0.9375rem]"
      {...rest}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
