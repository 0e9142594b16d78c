import { z } from 'zod';
import { categorySchema, stopperSchema } from './attack.ts';
import { outcomeSchema } from './trace.ts';

/** One square of the heat map. */
export const cellSchema = z.strictObject({
  outcome: outcomeSchema,
  stoppedBy: stopperSchema.optional(),
  rule: z.string().optional(),
  evidence: z.array(z.string()),
});
export type Cell = z.infer<typeof cellSchema>;

/** What a profile costs honest people. `prompts`: cards and confirmations a person met, per completed task. */
export const usefulnessSchema = z.strictObject({
  tasks: z.int(),
  completed: z.int(),
  /** Honest messages that were blocked, or whose answer was. */
  falseBlocks: z.int(),
  /** Approvals a person had to read, over all tasks. */
  prompts: z.int(),
  promptsPerTask: z.number(),
  /** The first few tasks that failed, and why. */
  failed: z.array(z.strictObject({ id: z.string(), say: z.string(), why: z.string() })).max(20),
});
export type Usefulness = z.infer<typeof usefulnessSchema>;

/** The whole measurement: what `npm run lab` writes and the matrix page draws. No clock in it: two runs with one seed are equal. */
export const matrixSchema = z.strictObject({
  versions: z.strictObject({
    /** Of this file's form. */
    report: z.literal(1),
    application: z.string(),
    catalogue: z.string(),
    prompt: z.string(),
    model: z.string(),
    live: z.boolean(),
    node: z.string(),
  }),
  seed: z.int(),
  profiles: z.array(z.string()),
  attacks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      category: categorySchema,
      owasp: z.array(z.string()),
      scripted: z.boolean(),
      /** What the oracle looks at, in words. */
      oracle: z.array(z.string()),
      results: z.record(z.string(), cellSchema),
    }),
  ),
  benign: z.record(z.string(), usefulnessSchema),
});
export type Matrix = z.infer<typeof matrixSchema>;

/** What `npm run lab -- --json` prints (wire contract). */
export const labReportSchema = z.strictObject({
  attacks: z.array(
    z.strictObject({
      id: z.string(),
      owasp: z.array(z.string()),
      results: z.record(
        z.string(),
        z.strictObject({ outcome: outcomeSchema, stoppedBy: z.string().optional() }),
      ),
    }),
  ),
  benign: z.record(z.string(), z.strictObject({ tasks: z.int(), completed: z.int(), falseBlocks: z.int() })),
});
export type LabReport = z.infer<typeof labReportSchema>;
