import 'server-only';

/** What can be found. The order decides where two overlap: the earlier kind keeps the characters. */
export const KINDS = ['secret', 'iban', 'card_number', 'government_id', 'email', 'phone'] as const;
/** What is looked for besides when the stricter table is on (`hipaa/identifiers.ts`), by the word beside it or by its form. */
export const STRICT_KINDS = [
  'web_address',
  'vehicle_id',
  'ip_address',
  'record_number',
  'person_date',
  'place',
  'name',
] as const;
export type Kind = (typeof KINDS)[number] | (typeof STRICT_KINDS)[number];

/** A stretch of a text in its UTF-16 indices, `end` excluded. */
export type Span = { kind: Kind; start: number; end: number };

/** A stretch of what one detector found; the caller knows its kind. */
export type Stretch = { start: number; end: number };

/** Digits without a separator. `gap` is what parts them from the digits before; empty when that is too long to join them. */
export type DigitGroup = { start: number; end: number; digits: string; gap: string };

/** No detector takes fewer for a number of a person; an account number may begin with as few as two. What holds text back counts on it. */
export const FEWEST_DIGITS = 6;
