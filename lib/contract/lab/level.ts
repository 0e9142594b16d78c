import { z } from 'zod';
import { attackIdSchema } from './attack.ts';
import { profileNameSchema } from './profile.ts';

/** One step of the learning path. The defences that stand come from a profile, or are named one by one. */
export const levelSchema = z.strictObject({
  number: z.int().min(1).max(12),
  title: z.string().min(3).max(80),
  /** What is learned, in a few sentences. */
  lesson: z.string().min(20).max(2_000),
  by: z.union([
    z.strictObject({ profile: profileNameSchema }),
    z.strictObject({ keeps: z.array(z.string()) }),
  ]),
  /** What was switched on since the level before, in words. */
  switchedOn: z.string(),
  /** The attack that still lands here: the variation that beats the defence just switched on. Null only at the last. */
  beatenBy: attackIdSchema.nullable(),
  /** The attack of the level before, which is stopped now; null at the first. */
  stops: attackIdSchema.nullable(),
  /** Honest sentences; `blocked` says which of them this level wrongly stops. */
  honest: z.array(z.strictObject({ say: z.string(), blocked: z.boolean() })),
  hints: z.array(z.string()).min(1),
  /** What to look at afterwards. */
  afterwards: z.string(),
});
export type Level = z.infer<typeof levelSchema>;

export const levelsSchema = z.strictObject({ levels: z.array(levelSchema).length(12) });

/** A kind of attack that this application can't have, and why: an honest page instead of a staged fake. */
export const absentSchema = z.strictObject({
  id: attackIdSchema,
  title: z.string(),
  owasp: z.array(z.string()),
  why: z.string().min(40),
  /** What would have to be built for it to exist, and what would then stand in its way. */
  wouldTake: z.string(),
});
export type Absent = z.infer<typeof absentSchema>;

/** `POST /api/lab/reverse`: the defences that are to stand. The whole pack is run under them, so it takes a while. */
export const reverseRequestSchema = z.strictObject({ keeps: z.array(z.string().max(60)).max(40) });

/** The reverse track: which defences stand, and what came of the pack and of honest tasks under them. */
export const reverseResultSchema = z.strictObject({
  keeps: z.array(z.string()),
  landed: z.array(attackIdSchema),
  usefulness: z.strictObject({ tasks: z.int(), completed: z.int(), falseBlocks: z.int() }),
  /** Nothing landed and at least 98 % of the tasks were completed. */
  solved: z.boolean(),
});
export type ReverseResult = z.infer<typeof reverseResultSchema>;
