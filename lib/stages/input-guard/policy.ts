import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { REASON } from '#lib/contract/reasons.ts';
import type { TopicId } from '#lib/contract/topics.ts';

/** What a person must never have to see stored: replaced before storing, before the model, before any log. */
export const REDACTIONS = {
  card_number: { placeholder: '[card number removed]', reason: REASON.cardNumberRemoved },
  secret: { placeholder: '[secret removed]', reason: REASON.secretRemoved },
} as const;
export type Redaction = keyof typeof REDACTIONS;
export const REDACTION_KINDS = ['card_number', 'secret'] as const satisfies readonly Redaction[];

/**
 * `override` tries to change the rules: it flags. `outside` asks for something that is no part of billing: alone it
 * does nothing (the tools refuse), together with an override it blocks. `extraction` asks for the assistant's own
 * orders: alone it flags, together with an override it blocks.
 */
export type RuleEffect = 'override' | 'outside' | 'extraction';

/** What a verdict's `reason` may say to a person. */
export const REASONS = {
  flag: REASON.flagged,
  block: 'asks_outside_billing',
} as const;

/** What a person reads when their message was blocked: no blame, how to rephrase, how to reach a person. */
export const REFUSAL = `I can only help with this account's bill, so I did not pass that message on. Ask about an invoice, a payment, your plan or your usage in your own words, and I will look it up. If something else is wrong, a person is at ${BRAND.supportEmail}.`;
/** …and the buttons below it. */
export const OFFERED_INSTEAD = [
  'latest_invoice',
  'what_i_owe',
  'person',
] as const satisfies readonly TopicId[];
