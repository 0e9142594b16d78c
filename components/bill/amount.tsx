'use client';

import { classNames } from '#components/ui/class-names.ts';
import { formatMoney, type Money } from '#lib/contract/money.ts';
import { useLocale } from './locale.tsx';

type AmountProps = {
  value: Money;
  /** Writes `+` before a positive amount. */ signed?: boolean;
  className?: string;
};

/** An amount of money in the tenant's locale, in figures of equal width. */
export function Amount({ value, signed, className }: AmountProps) {
  const locale = useLocale();
  return (
    <span className={classNames('tabular whitespace-nowrap', className)} suppressHydrationWarning>
      {signed && value.amountMinor > 0 ? '+' : ''}
      {formatMoney(value, locale)}
    </span>
  );
}
