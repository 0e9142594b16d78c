import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      className={classNames(
        'border-line-strong bg-surface placeholder:text-quiet aria-invalid:border-bad h-11 w-full rounded-lg border px-3 text-base disabled:opacity-60 sm:text-[0.9375rem]',
        className,
      )}
      {...rest}
    />
  );
}

/** A label, its field and, below it, one hint or problem. */
export function Field({
  label,
  htmlFor,
  children,
}: {
  label: string;
  htmlFor: string;
  children: React.ReactNode;
}) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={htmlFor} className="text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}
