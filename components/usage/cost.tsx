'use client';

import { useLocale } from '#components/bill/locale.tsx';
import type { BudgetUnit } from '#lib/contract/usage.ts';
import { budgetWords, costWords, countWords } from './cost-words.ts';

/** A cost in the reader's spelling of numbers. */
export function Cost({ microUsd }: { microUsd: number }) {
  return <span className="tabular whitespace-nowrap">{costWords(microUsd, useLocale())}</span>;
}

export function BudgetAmount({ amount, unit }: { amount: number; unit: BudgetUnit }) {
  return <span className="tabular whitespace-nowrap">{budgetWords(amount, unit, useLocale())}</span>;
}

export function Count({ value }: { value: number }) {
  return <span className="tabular">{countWords(value, useLocale())}</span>;
}
