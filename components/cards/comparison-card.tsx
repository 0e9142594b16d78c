'use client';

import { Link } from '#components/ui/link.tsx';
import { Amount } from '#components/bill/amount.tsx';
import { ComparisonRows } from '#components/bill/comparison-rows.tsx';
import { invoiceHref } from '#components/bill/links.ts';
import { useLocale } from '#components/bill/locale.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Comparison } from '#lib/contract/subscription.ts';
import { CardFrame } from './card-frame.tsx';

export function ComparisonCard({ comparison }: { comparison: Comparison }) {
  const { older, newer, difference, differencePercent } = comparison;
  const locale = useLocale();
  const percent =
    differencePercent === null
      ? null
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
          differencePercent,
        );
  return (
    <CardFrame
      title={
        <span className="tabular">
          <NumberLink number={older.number} /> <span aria-hidden>→</span>{' '}
          <span className="sr-only">compared with</span> <NumberLink number={newer.number} />
        </span>
      }
      aside={
        <Badge tone={difference.amountMinor > 0 ? 'warn' : 'good'}>
          <Amount value={difference} signed />
          {percent !== null && <span suppressHydrationWarning>({percent}%)</span>}
        </Badge>
      }
    >
      <ComparisonRows comparison={comparison} />
    </CardFrame>
  );
}

function NumberLink({ number }: { number: string }) {
  return (
    <Link href={invoiceHref(number)} className="hover:text-accent underline-offset-4 hover:underline">
      {number}
    </Link>
  );
}
