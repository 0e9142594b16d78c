import type { Currency } from '#lib/contract/money.ts';

/** A calendar day as a text may name it: the year is often left out. */
export type PartialDay = { readonly year: number | null; readonly month: number; readonly day: number };

/** One value found in a text. `candidates` has several entries where the notation is ambiguous (03/04/2026). */
export type Mention =
  | { readonly kind: 'amount'; readonly raw: string; readonly start: number; readonly minor: number }
  | {
      readonly kind: 'percent';
      readonly raw: string;
      readonly start: number;
      readonly value: number;
      readonly decimals: number;
    }
  | {
      readonly kind: 'quantity';
      readonly raw: string;
      readonly start: number;
      readonly value: number;
      readonly decimals: number;
    }
  | { readonly kind: 'days'; readonly raw: string; readonly start: number; readonly count: number }
  | {
      readonly kind: 'day';
      readonly raw: string;
      readonly start: number;
      readonly candidates: readonly PartialDay[];
    };

/** What a named fact is worth in one ledger. */
export type FactValue =
  | { readonly kind: 'amount'; readonly minor: number; readonly currency: Currency }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'quantity'; readonly value: number }
  | { readonly kind: 'status'; readonly status: StatusWord }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly pattern: RegExp };

export type StatusWord = 'paid' | 'open' | 'past_due' | 'void' | 'failed';
