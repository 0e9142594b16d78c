import { BUDGET_MAX_MICRO_USD } from '#lib/contract/usage.ts';

/** Dollars as typed (`12`, `0.50`) in micro-USD; null for anything else, a seventh decimal and too much included. No float is in between. */
export function readDollars(text: string): number | null {
  const [, whole = '', part = ''] = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return null;
  const micro = Number(whole) * 1_000_000 + Number(part.padEnd(6, '0'));
  return micro <= BUDGET_MAX_MICRO_USD ? micro : null;
}
