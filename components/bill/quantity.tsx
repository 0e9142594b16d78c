'use client';

import { useLocale } from './locale.tsx';

/** A plain number with at most two decimals, grouped as the locale does. */
export function Quantity({ value, unit }: { value: number; unit?: string | null }) {
  const locale = useLocale();
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  return (
    <span className="tabular whitespace-nowrap" suppressHydrationWarning>
      {figure}
      {unit ? ` ${unitFor(value, unit)}` : ''}
    </span>
  );
}

/** Units that are words take an s for more than one; symbols such as GB do not. */
function unitFor(value: number, unit: string): string {
  return value !== 1 && /^[a-z]{3,}$/.test(unit) && !unit.endsWith('s') ? `${unit}s` : unit;
}
