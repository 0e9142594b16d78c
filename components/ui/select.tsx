import type { ComponentProps } from 'react';

type Option = { value: string; label: string };
type SelectProps = ComponentProps<'select'> & {
  options: readonly (Option | { group: string; options: readonly Option[] })[];
};

/** The platform's own list to choose from, at the size of the other fields. */
export function Select({ options, ...rest }: SelectProps) {
  return (
    <select
      className="border-line-strong bg-surface h-11 w-full rounded-lg border px-3 text-base disabled:opacity-60 sm:text-[0.9375rem]"
      {...rest}
    >
      {options.map((option) =>
        'group' in option ? (
          <optgroup key={option.group} label={option.group}>
            {option.options.map(toOption)}
          </optgroup>
        ) : (
          toOption(option)
        ),
      )}
    </select>
  );
}

function toOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
