import 'server-only';
import type { Verdict } from '#lib/contract/stages.ts';

/** What the guard looks for, what it then does, and the code a person's page may explain. */
export const OUTPUT_RULES = {
  canary: { verdict: 'block', reason: 'internal_text' },
  passage: { verdict: 'block', reason: 'internal_text' },
  email: { verdict: 'redact', reason: 'address_removed' },
  secret: { verdict: 'redact', reason: 'secret_removed' },
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

/** So many letters and digits of the system text in a row stop an answer: about six words. */
export const PASSAGE_MATCH = 40;
/** Letters and digits compared at once while looking for passages. */
export const PASSAGE_GRAM = 8;
/** Letters and digits of the canary that count as the canary. */
export const CANARY_MATCH = 16;
