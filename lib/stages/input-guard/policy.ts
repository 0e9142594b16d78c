import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';

/** What a person must never have to see stored: replaced before storing, before the model, before any log. */
export const REDACTIONS = {
  card_number: { placeholder: '[card number removed]' },
  secret: { placeholder: '[secret removed]' },
} as const;
export type Redaction = keyof typeof REDACTIONS;

/**
 * Payment card brands: leading digits and the lengths they are issued in (ISO/IEC 7812 and the schemes' own tables).
 * A number must have a known start, a valid length and a valid check digit, so that order numbers stay.
 */
export const CARD_BRANDS = [
  { brand: 'visa', from: 4, to: 4, lengths: [13, 16, 19] },
  { brand: 'mastercard', from: 51, to: 55, lengths: [16] },
  { brand: 'mastercard', from: 2221, to: 2720, lengths: [16] },
  { brand: 'amex', from: 34, to: 34, lengths: [15] },
  { brand: 'amex', from: 37, to: 37, lengths: [15] },
  { brand: 'discover', from: 6011, to: 6011, lengths: [16, 19] },
  { brand: 'discover', from: 644, to: 659, lengths: [16, 19] },
  { brand: 'diners', from: 300, to: 305, lengths: [14, 16] },
  { brand: 'diners', from: 36, to: 36, lengths: [14, 16] },
  { brand: 'diners', from: 38, to: 39, lengths: [14, 16] },
  { brand: 'jcb', from: 3528, to: 3589, lengths: [16, 19] },
  { brand: 'unionpay', from: 62, to: 62, lengths: [16, 17, 18, 19] },
  { brand: 'maestro', from: 5018, to: 5020, lengths: [16, 18, 19] },
  { brand: 'maestro', from: 6304, to: 6304, lengths: [16, 18, 19] },
  { brand: 'maestro', from: 6759, to: 6763, lengths: [16, 18, 19] },
] as const;

/**
 * `override` tries to change the rules: it flags. `outside` asks for something that is no part of billing: alone it
 * does nothing (the tools refuse), together with an override it blocks. `extraction` asks for the assistant's own
 * orders: alone it flags, together with an override it blocks.
 */
export type RuleEffect = 'override' | 'outside' | 'extraction';

/** What a verdict's `reason` may say to a person. */
export const REASONS = {
  flag: 'looks_like_instructions',
  block: 'asks_outside_billing',
} as const;

/** The zeros of the decimal digits that people type numbers in: ASCII, Arabic, Persian, Hindi, Bengali, Thai, full-width. */
export const DIGIT_ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10] as const;

/** What a person reads when their message was blocked: no blame, how to rephrase, how to reach a person. */
export const REFUSAL = `I can only help with this account's bill, so I did not pass that message on. Ask about an invoice, a payment, your plan or your usage in your own words, and I will look it up. If something else is wrong, a person is at ${BRAND.supportEmail}.`;
