import 'server-only';
import type { Currency } from '#lib/contract/money.ts';
import type { StatusWord } from './status-words.ts';

/** How a text is read: the viewer's day, and how they write dates and money. */
export type Reading = { today: string; locale: string; currency: Currency };

/**
 * Something that a text states, in UTF-16 offsets. `minor` has no sign; it is null, and `days` are none, where no ledger
 * could hold such a value (1.234567 EUR, a foreign currency, 31 November). A day without its year may be the last one or
 * the next. `numbers` are the invoices a status is said of.
 */
export type Mention = { start: number; end: number } & (
  | { kind: 'amount'; minor: number | null; currency: Currency | null }
  | { kind: 'date'; days: readonly string[] }
  | { kind: 'status'; says: readonly StatusWord[]; denied: boolean; numbers: readonly string[] }
);
