import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** Largest JSON body of the routes behind the page of switches, in bytes. */
export const SWITCH_BODY_MAX_BYTES = 4_000;
/** Longest reason of a switch or an address rule, in characters. */
export const SWITCH_REASON_MAX_CHARACTERS = 300;
/** Longest name of what a switch is for, in characters. */
export const SWITCH_SUBJECT_MAX_CHARACTERS = 200;

/** Why something was switched: one line that names no person. */
export const switchReasonSchema = z
  .string()
  .trim()
  .min(3)
  .max(SWITCH_REASON_MAX_CHARACTERS)
  .regex(/^\P{C}+$/u);

export const switchScopeSchema = z.enum(['global', 'tenant', 'tool', 'model']);
export type SwitchScope = z.infer<typeof switchScopeSchema>;

/** `*` for everything, a customer's id, a tool's or a model's name. */
const subjectSchema = z
  .string()
  .trim()
  .min(1)
  .max(SWITCH_SUBJECT_MAX_CHARACTERS)
  .regex(/^\P{C}+$/u);

/**
 * `POST /api/switches`. Pausing takes effect whatever stood there before. Resuming names the change one saw (`seen`: its `changedAt`)
 * and takes a fresh sign-in.
 */
export const switchRequestSchema = z.discriminatedUnion('paused', [
  z.strictObject({
    scope: switchScopeSchema,
    subject: subjectSchema,
    paused: z.literal(true),
    reason: switchReasonSchema,
  }),
  z.strictObject({
    scope: switchScopeSchema,
    subject: subjectSchema,
    paused: z.literal(false),
    reason: switchReasonSchema,
    seen: instantSchema,
  }),
]);
export type SwitchRequest = z.infer<typeof switchRequestSchema>;

/** One switch that was ever thrown, as it stands. */
export const switchSchema = z.strictObject({
  scope: switchScopeSchema,
  subject: z.string(),
  /** What a person calls it: the customer's name, the tool's or model's. */
  label: z.string(),
  paused: z.boolean(),
  reason: z.string(),
  changedAt: instantSchema,
  /** `you`, `a colleague` or `the command line`. */
  changedBy: z.string(),
});
export type Switch = z.infer<typeof switchSchema>;

export const addressActionSchema = z.enum(['allow', 'deny']);
export type AddressAction = z.infer<typeof addressActionSchema>;

/** A rule of the door. `range` in CIDR, as PostgreSQL writes it. */
export const addressRuleSchema = z.strictObject({
  ruleId: z.uuid(),
  action: addressActionSchema,
  range: z.string(),
  reason: z.string(),
  setAt: instantSchema,
  setBy: z.string(),
});
export type AddressRule = z.infer<typeof addressRuleSchema>;

/** One change of the rules: a range that is let in or kept out, or a rule taken away. */
export const addressChangeSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add'),
    action: addressActionSchema,
    range: z.string().trim().min(2).max(64),
    reason: switchReasonSchema,
  }),
  z.strictObject({ do: z.literal('remove'), ruleId: z.uuid() }),
]);
export type AddressChange = z.infer<typeof addressChangeSchema>;

/**
 * `POST /api/addresses`. Without `confirmed` it is a preview and changes nothing. With it, the rules must still be those of the preview
 * (its `revision`).
 */
export const addressRequestSchema = z.strictObject({
  change: addressChangeSchema,
  confirmed: z.string().max(64).optional(),
});
export type AddressRequest = z.infer<typeof addressRequestSchema>;

/** What a change does, or did. `letsYouIn` false: it would keep out whoever asks, and can't be confirmed. */
export const addressAnswerSchema = z.strictObject({
  applied: z.boolean(),
  /** The range as it will be stored; null where a rule goes. */
  range: z.string().nullable(),
  yourAddress: z.string().nullable(),
  letsYouIn: z.boolean(),
  /** Everybody outside the allowed ranges is kept out. */
  onlyAllowed: z.boolean(),
  revision: z.string(),
});
export type AddressAnswer = z.infer<typeof addressAnswerSchema>;
