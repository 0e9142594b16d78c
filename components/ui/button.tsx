import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const looks = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium transition-colors select-none disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-accent text-on-accent hover:bg-accent/90',
        outline: 'border border-line bg-surface hover:border-line-strong hover:bg-sunken',
        ghost: 'text-quiet hover:bg-sunken hover:text-ink',
        danger: 'bg-bad text-surface hover:bg-bad/90',
        link: 'text-accent underline-offset-4 hover:underline',
      },
      size: {
        small: 'h-8 px-2.5 text-[0.8125rem] [&_svg]:size-3.5',
        medium: 'h-10 px-4 text-sm [&_svg]:size-4',
        large: 'h-12 px-5 text-[0.9375rem] [&_svg]:size-[1.125rem]',
        icon: 'size-9 [&_svg]:size-[1.125rem]',
        'icon-small': 'size-8 rounded-md [&_svg]:size-4',
        bare: 'h-auto p-0',
      },
    },
    defaultVariants: { look: 'outline', size: 'medium' },
  },
);

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof looks> & { asChild?: boolean };

/** A button, or with `asChild` a link that looks like one. */
export function Button({ look, size, asChild, className, type, ...rest }: ButtonProps) {
  const Element = asChild ? Slot.Root : 'button';
  return (
    <Element
      type={asChild ? undefined : (type ?? 'button')}
      className={classNames(looks({ look, size }), className)}
      {...rest}
    />
  );
}
