import { z } from 'zod';

/** Longest text that anything in the catalogue or the free-form box may hold, in characters. */
export const TEXT_MAX = 20_000;
/** A step that repeats a text builds at most so many bytes: more than any door takes. */
export const PAYLOAD_MAX_BYTES = 1_200_000;
export const STEPS_MAX = 20;

const text = z.string().min(1).max(TEXT_MAX);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);

/**
 * Who acts. `owner` and `member` belong to the customer that is attacked, unless the attack says otherwise; `stranger` owns
 * another customer, whose data nobody here may see; `approver`, `second-approver`, `agent` and `admin` are staff; `nobody` has no session.
 */
export const ACTORS = [
  'owner',
  'second-owner',
  'member',
  'stranger',
  'approver',
  'second-approver',
  'agent',
  'admin',
  'nobody',
] as const;
export const actorSchema = z.enum(ACTORS);
export type Actor = z.infer<typeof actorSchema>;

/** Where a third party's text stands in the ledger before the attack begins. `memo` stands on the latest invoice. */
export const PLANT_PLACES = ['memo', 'earlier-memo', 'customer-name', 'address', 'seat-label'] as const;
export const plantSchema = z.strictObject({ place: z.enum(PLANT_PLACES), text });
export type Plant = z.infer<typeof plantSchema>;

/**
 * One answer of a scripted model: text in pieces of `cut` characters, then tool calls. In text and arguments `$inv0`, `$line0` and
 * `$pay0` are the first handle of each kind that a look-up showed, and `{canary}`, `{instructions}`, `{foreign-email}`, `{inbox}` what they say.
 */
export const modelRoundSchema = z.strictObject({
  text: z.string().max(TEXT_MAX).optional(),
  /** The text so often, for answers without an end. */
  times: z.int().min(1).max(100_000).optional(),
  cut: z.int().min(1).max(TEXT_MAX).optional(),
  calls: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        /** An object, or the exact text that is sent as JSON. */
        args: z.union([z.record(z.string(), z.unknown()), z.string().max(TEXT_MAX)]).default({}),
      }),
    )
    .max(10)
    .optional(),
});
export type ModelRound = z.infer<typeof modelRoundSchema>;

/**
 * Somebody types a message. In it `{inbox}` is the address of the attacker's inbox, `{foreign-email}`, `{foreign-number}`,
 * `{foreign-id}` and `{foreign-name}` belong to the stranger's customer. `at-once` sends it so often side by side; `times` one after another.
 */
const sayStep = z.strictObject({
  do: z.literal('say'),
  as: actorSchema.optional(),
  text,
  /** `text` as it is typed: repeated, or in another writing. */
  repeat: z.int().min(1).max(PAYLOAD_MAX_BYTES).optional(),
  write: z
    .enum([
      'plain',
      'base64',
      'hex',
      'rot13',
      'reversed',
      'spaced',
      'leet',
      'full-width',
      'tags',
      'zero-width',
    ])
    .optional(),
  conversation: name.optional(),
  times: z.int().min(1).max(50).optional(),
  atOnce: z.int().min(1).max(20).optional(),
  /** A model that belongs to the attacker answers with this, round by round, instead of the configured one. */
  model: z.array(modelRoundSchema).min(1).max(20).optional(),
});

/**
 * Somebody decides a card, as their page or a forged client would. `card`: the last one shown, or by its place from 0. Everything that
 * is not named here is what an honest page would send.
 */
const decideStep = z.strictObject({
  do: z.literal('decide'),
  as: actorSchema.optional(),
  card: z.union([z.literal('last'), z.int().min(0).max(20)]).default('last'),
  decision: z.enum(['approve', 'reject']).default('approve'),
  hash: z.enum(['own', 'random', 'other-card']).default('own'),
  nonce: z.enum(['own', 'random', 'spent', 'other-card', 'other-person']).default('own'),
  amount: z.enum(['own', 'none', 'wrong']).default('own'),
  code: z.enum(['own', 'none', 'wrong']).default('own'),
  atOnce: z.int().min(1).max(20).optional(),
  times: z.int().min(1).max(20).optional(),
});

/** A request that no page of ours sends. In path and body the placeholders of `say` hold, and `{card}`, `{conversation}`, `{message}`, `{turn}`: the last of each. */
const requestStep = z.strictObject({
  do: z.literal('request'),
  as: actorSchema.optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  path: z
    .string()
    .regex(/^\/api\/[^\s]*$/)
    .max(500),
  headers: z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.string().max(2_000)).default({}),
  /** A value that is sent as JSON, or the exact text. */
  body: z
    .union([z.string().max(TEXT_MAX), z.record(z.string(), z.unknown()), z.array(z.unknown())])
    .optional(),
  /** The body is padded with spaces to so many bytes. */
  padTo: z.int().min(1).max(PAYLOAD_MAX_BYTES).optional(),
  times: z.int().min(1).max(50).optional(),
  atOnce: z.int().min(1).max(20).optional(),
});

/** What happens meanwhile in the house, done for real: a role or a session is taken away, a switch is thrown, time passes. */
const meanwhileStep = z.strictObject({
  do: z.literal('meanwhile'),
  what: z.enum(['end-session', 'make-member', 'pause', 'pass-time', 'change-ledger', 'tamper-proposal']),
  as: actorSchema.optional(),
  minutes: z.int().min(1).max(100_000).optional(),
});

/** The victim presses the first link that the answer shows, if it shows one. */
const clickStep = z.strictObject({ do: z.literal('click') });

export const stepSchema = z.discriminatedUnion('do', [
  sayStep,
  decideStep,
  requestStep,
  meanwhileStep,
  clickStep,
]);
export type Step = z.infer<typeof stepSchema>;
export type StepOf<Kind extends Step['do']> = Extract<Step, { do: Kind }>;
