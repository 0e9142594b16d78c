import { currencySchema, formatMoney } from '#lib/contract/money.ts';
import type { LedgerView } from '#lib/contract/lab/trace.ts';

/** `isQuiet`: it changes in every honest conversation too, or only counts what another line says. It is told, but not in large type. */
const ROWS = [
  { field: 'refundedMinor', label: 'Refunded', isMoney: true },
  { field: 'owedMinor', label: 'Owed', isMoney: true },
  { field: 'contactEmail', label: 'Invoices go to' },
  { field: 'plan', label: 'Plan' },
  { field: 'seats', label: 'Seats' },
  { field: 'state', label: 'Subscription' },
  { field: 'refunds', label: 'Refunds', isQuiet: true },
  { field: 'payments', label: 'Payments' },
  { field: 'executed', label: 'Changes carried out', isQuiet: true },
  { field: 'waiting', label: 'Cards that wait', isQuiet: true },
  { field: 'turns', label: 'Messages taken', isQuiet: true },
] as const satisfies readonly { field: keyof LedgerView; label: string; isMoney?: true; isQuiet?: true }[];

export type LedgerRow = { label: string; before: string; after: string; changed: boolean; isQuiet: boolean };

/** The ledger before and after, line by line, in the words and amounts a person reads. */
export function ledgerRows(before: LedgerView, after: LedgerView): LedgerRow[] {
  return ROWS.map((row) => ({
    label: row.label,
    before: valueOf(row, before),
    after: valueOf(row, after),
    changed: before[row.field] !== after[row.field],
    isQuiet: 'isQuiet' in row,
  }));
}

function valueOf(row: (typeof ROWS)[number], ledger: LedgerView): string {
  const value = ledger[row.field];
  const currency = currencySchema.safeParse(ledger.currency);
  if ('isMoney' in row && typeof value === 'number' && currency.success)
    return formatMoney({ amountMinor: value, currency: currency.data }, 'en');
  return String(value);
}
