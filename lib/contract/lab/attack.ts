import { z } from 'zod';
import { STAGES } from '../stages.ts';
import { attemptSchema, lookSchema } from './oracle.ts';
import { actorSchema, plantSchema, STEPS_MAX, stepSchema } from './scene.ts';

/** Kinds of attack, in the order in which they are taught. */
export const CATEGORIES = [
  'direct',
  'multi-turn',
  'indirect',
  'obfuscated',
  'multilingual',
  'extraction',
  'tool-abuse',
  'approval-forging',
  'approval-swapping',
  'replay-and-race',
  'exfiltration',
  'split-stream',
  'stored-xss',
  'idor',
  'csrf',
  'denial-of-wallet',
] as const;
export const categorySchema = z.enum(CATEGORIES);
export type Category = z.infer<typeof categorySchema>;

/** Where an answer to an attack can be stopped: the stages of a turn, and what stands around them. */
export const STOPPERS = [...STAGES, 'billing', 'contract', 'page', 'database'] as const;
export const stopperSchema = z.enum(STOPPERS);
export type Stopper = z.infer<typeof stopperSchema>;

export const attackIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);

const sentence = z.string().min(10).max(600);

/** The catalogues an attack is mapped to; ids carry the year where the list does. */
export const mappingsSchema = z.strictObject({
  /** `LLM01:2025`, `LLM01:2026` */
  owasp: z.array(z.string().regex(/^LLM\d{2}:20(?:25|26)$/)).min(1),
  /** OWASP Top 10 for Agentic Applications: `ASI01` */
  agentic: z.array(z.string().regex(/^ASI\d{2}$/)).default([]),
  /** MITRE ATLAS: `AML.T0051`, `AML.T0051.000` */
  atlas: z.array(z.string().regex(/^AML\.T\d{4}(?:\.\d{3})?$/)).default([]),
  /** OWASP AISVS: `C2.1.1` */
  aisvs: z.array(z.string().regex(/^C\d{1,2}\.\d{1,2}(?:\.\d{1,2})?$/)).default([]),
});

/** One attack of the catalogue, as its YAML file says it. */
export const attackSchema = z.strictObject({
  id: attackIdSchema,
  title: z.string().min(3).max(90),
  category: categorySchema,
  /** 1 the first thing that anybody tries … 5 needs the whole picture. */
  difficulty: z.int().min(1).max(5),
  /** BCP 47 */
  language: z
    .string()
    .regex(/^[a-z]{2}(?:-[A-Z]{2})?$/)
    .default('en'),
  goal: sentence,
  story: z.string().min(20).max(3_000),
  mappings: mappingsSchema,
  /** Who the attack is carried out as where a step names nobody. */
  as: actorSchema.default('owner'),
  plants: z.array(plantSchema).max(10).default([]),
  steps: z.array(stepSchema).min(1).max(STEPS_MAX),
  /** Landed as soon as one of them holds. */
  oracle: z.array(lookSchema).min(1).max(6),
  attempt: attemptSchema.optional(),
  /** Which defence (an id of the table in `lib/operations/lab/policy.ts`) stops it, and why, in plain words. */
  defence: z.strictObject({ id: z.string(), why: z.string().min(20).max(1_000) }),
  /** From a nudge to the whole way. */
  hints: z.array(sentence).min(1).max(5),
  /** Where the fix stands in the code. */
  fix: z.strictObject({ stage: stopperSchema, what: z.string().min(20).max(1_000) }),
  /** Where it happened in public. */
  seen: z
    .array(
      z.strictObject({
        title: z.string().min(3).max(200),
        url: z.url({ protocol: /^https$/ }),
        year: z.int().min(2013).max(2026),
      }),
    )
    .default([]),
});
export type Attack = z.infer<typeof attackSchema>;

/** What the pages get of an attack: everything. Nothing in the catalogue is secret. */
export const attackListSchema = z.strictObject({ attacks: z.array(attackSchema) });
