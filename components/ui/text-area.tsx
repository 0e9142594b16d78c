import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A field of several lines that grows with its words. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={classNames(
        'border-line-strong bg-surface placeholder:text-quiet aria-invalid:border-bad field-sizing-content max-h-72 min-h-28 w-full resize-y rounded-lg border px-3 py-2.5 text-base leading-6 disabled:opacity-60 sm:text-[0.9375rem]',
        className,
      )}
      {...rest}
    />
  );
}
