import 'server-only';
import { REASON } from '#lib/contract/reasons.ts';
import type { Verdict } from '#lib/contract/stages.ts';
import type { Kind } from '#lib/kernel/personal-data/span.ts';

/** What the guard looks for, what it then does, and the code a person's page may explain. */
export const OUTPUT_RULES = {
  canary: { verdict: 'block', reason: 'internal_text' },
  passage: { verdict: 'block', reason: 'internal_text' },
  email: { verdict: 'redact', reason: 'address_removed' },
  secret: { verdict: 'redact', reason: 'secret_removed' },
  card: { verdict: 'redact', reason: REASON.cardNumberLeftOut },
  iban: { verdict: 'redact', reason: REASON.accountNumberLeftOut },
  identity: { verdict: 'redact', reason: REASON.identityNumberLeftOut },
  phone: { verdict: 'redact', reason: REASON.phoneNumberLeftOut },
  digits: { verdict: 'redact', reason: REASON.digitsLeftOut },
  link: { verdict: 'redact', reason: 'link_removed' },
  image: { verdict: 'redact', reason: 'image_removed' },
  html: { verdict: 'redact', reason: 'markup_removed' },
  hidden: { verdict: 'redact', reason: 'hidden_characters_removed' },
  repeat: { verdict: 'flag', reason: 'repeated_itself' },
  length: { verdict: 'flag', reason: 'too_long' },
} as const satisfies Record<string, { verdict: Verdict; reason: string }>;
export type OutputRule = keyof typeof OUTPUT_RULES;

/** What stands where something was removed. */
export const PLACEHOLDERS = {
  email: '[e-mail removed]',
  secret: '[secret removed]',
  card: '[card number removed]',
  iban: '[account number removed]',
  identity: '[identity number removed]',
  phone: '[phone number removed]',
  digits: '[number removed]',
  link: '[link removed]',
  image: '[image removed]',
} as const;

/** Ends an answer that began to recite what it must not. */
export const CLOSING =
  'I stopped this answer because it was about to include text that is not part of your bill.';

/** Characters of one answer; more ends the turn with `length`. */
export const ANSWER_MAX_CHARACTERS = 12_000;
/** Characters a model may send for one answer, shown or not. */
export const INPUT_MAX_CHARACTERS = 48_000;
/** The last so many characters consist of one piece at most `REPEAT_PERIOD` long, over and over: endless output. */
export const REPEAT_WINDOW = 1_024;
export const REPEAT_PERIOD = 256;
export const REPEAT_STRIDE = 128;

/** Longest link text, link target and tag that are waited for; longer ones lose their markup instead. */
export const LABEL_MAX = 160;
export const TARGET_MAX = 160;
export const TAG_MAX = 240;
/** Longest word that is held back as a whole, and how much of a longer one stays held. An address has ≤ 64 before its `@`. */
export const WORD_MAX = 256;
export const WORD_KEEP = 64;

/** What is removed of what the detectors of personal data find in the words of an answer. */
export const REMOVED_NUMBERS = {
  card_number: 'card',
  iban: 'iban',
  government_id: 'identity',
  phone: 'phone',
} as const satisfies Partial<Record<Kind, OutputRule>>;
/** Words before a number that may say what it is (`labelBefore` looks back 64 characters). */
export const NUMBER_CONTEXT = 72;
/** Longest row of digits and separators that is waited for. No number is so long: more of it goes, as `digits`. */
export const DIGITS_MAX = 256;

/** So many letters and digits of the system text in a row stop an answer: about six words. */
export const PASSAGE_MATCH = 40;
/** Letters and digits compared at once while looking for passages. */
export const PASSAGE_GRAM = 8;
/** Letters and digits of the canary that count as the canary. */
export const CANARY_MATCH = 16;
