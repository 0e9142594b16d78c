import { z } from 'zod';
import { SUMMARY_MAX_CHARACTERS } from './cases.ts';
import { instantSchema } from './dates.ts';

/** Largest JSON body of `POST /api/cases/:id/attacks`, in bytes. */
export const ATTACK_BODY_MAX_BYTES = 12_000;

/** `POST /api/cases/:id/attacks`: which entry of the case, and the words of it that are the attack, as they stand there. */
export const attackRequestSchema = z.strictObject({
  textId: z.uuid(),
  passage: z.string().trim().min(1).max(SUMMARY_MAX_CHARACTERS),
});
export type AttackRequest = z.infer<typeof attackRequestSchema>;

/** Why words are not remembered, and what the agent reads then. */
export const NOT_REMEMBERED = {
  too_short:
    'These words are too few to tell an attack from an ordinary question. Keep a whole sentence or more.',
  ordinary: 'An ordinary question about a bill would be flagged by these words. Keep only the attack itself.',
  full: 'The memory is full. Remove attacks that are no longer tried, then confirm this one.',
} as const;
export const notRememberedSchema = z.enum(['too_short', 'ordinary', 'full']);
export type NotRemembered = z.infer<typeof notRememberedSchema>;

export const attackAnswerSchema = z.union([
  z.strictObject({ attackId: z.uuid() }),
  z.strictObject({ refused: notRememberedSchema }),
]);
export type AttackAnswer = z.infer<typeof attackAnswerSchema>;

/** A row of what is remembered: no words, nobody's name. */
export const attackItemSchema = z.strictObject({
  attackId: z.uuid(),
  customer: z.string(),
  caseId: z.uuid(),
  createdAt: instantSchema,
  /** The agent who reads this added it; else a colleague did. */
  isMine: z.boolean(),
});
export type AttackItem = z.infer<typeof attackItemSchema>;
