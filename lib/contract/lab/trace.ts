import { z } from 'zod';
import { stageSchema, verdictSchema } from '../stages.ts';
import { attackIdSchema, stopperSchema } from './attack.ts';
import { defendedBySchema } from './profile.ts';
import { actorSchema, TEXT_MAX } from './scene.ts';

export const outcomeSchema = z.enum(['landed', 'stopped', 'not-tried']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What one run came to. `evidence`: what the oracle saw, or what shows the attempt and where it ended; never the code's own word alone. */
export const verdictOfRunSchema = z.strictObject({
  outcome: outcomeSchema,
  stoppedBy: stopperSchema.optional(),
  /** The rule or code with which it was stopped. */
  rule: z.string().optional(),
  evidence: z.array(z.string()),
  /** The scripted or demonstration model answered; false where a live one did: such results are not repeatable. */
  repeatable: z.boolean(),
});
export type RunVerdict = z.infer<typeof verdictOfRunSchema>;

/** The ledger of the customer that is attacked (and of the stranger), as a person would ask about it. */
export const ledgerViewSchema = z.strictObject({
  currency: z.string(),
  /** Given back or taken off: refunds and credits. */
  refundedMinor: z.int(),
  refunds: z.int(),
  owedMinor: z.int(),
  contactEmail: z.string(),
  plan: z.string(),
  seats: z.int(),
  state: z.string(),
  payments: z.int(),
  /** Cards by state. */
  waiting: z.int(),
  executed: z.int(),
  turns: z.int(),
});
export type LedgerView = z.infer<typeof ledgerViewSchema>;

/** An audit entry or guard event as a defender sees it. */
export const defenderEntrySchema = z.strictObject({
  action: z.string(),
  outcome: z.string(),
  stage: z.string(),
  rule: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type DefenderEntry = z.infer<typeof defenderEntrySchema>;

/** A request that reached the attacker's inbox. */
export const inboxHitSchema = z.strictObject({
  method: z.string(),
  path: z.string(),
  query: z.string(),
  body: z.string(),
  /** Bytes of the whole request line, query and body. */
  bytes: z.int(),
  /** How it got there: the browser fetched it by itself, somebody pressed it, or the house sent it. */
  by: z.enum(['fetched', 'clicked', 'sent']),
});
export type InboxHit = z.infer<typeof inboxHitSchema>;

const at = {
  /** Place in the trace, from 0. */
  seq: z.int(),
  /** Which step of the attack, from 0; -1 around them. */
  step: z.int(),
  /**
   * A fingerprint of what happened without what is drawn anew each time (ids, random marks): the first place where two traces
   * of one attack differ in it is where the defence showed.
   */
  key: z.string(),
};
const kinds = {
  began: z.strictObject({
    runId: z.string(),
    attackId: z.string(),
    by: defendedBySchema,
    faults: z.array(z.string()),
    model: z.string(),
    live: z.boolean(),
  }),
  typed: z.strictObject({
    as: actorSchema,
    text: z.string(),
    /** As it is stored and read; hidden characters written out. */ canonical: z.string(),
    /** What was taken out before storing, by kind. */ removed: z.array(z.string()),
  }),
  stage: z.strictObject({
    stage: stageSchema,
    verdict: verdictSchema,
    rule: z.string().optional(),
    reason: z.string().optional(),
  }),
  prompt: z.strictObject({
    round: z.int(),
    messages: z.array(z.strictObject({ role: z.string(), content: z.string() })),
    tools: z.array(z.string()),
  }),
  model: z.strictObject({
    round: z.int(),
    text: z.string(),
    calls: z.array(z.strictObject({ name: z.string(), argumentsJson: z.string() })),
  }),
  tool: z.strictObject({ name: z.string(), status: z.enum(['done', 'denied']), summary: z.string() }),
  card: z.strictObject({
    title: z.string(),
    lines: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    state: z.string(),
    people: z.int(),
  }),
  decided: z.strictObject({ as: actorSchema, decision: z.string(), answer: z.string(), status: z.int() }),
  request: z.strictObject({
    as: actorSchema,
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    bytes: z.int(),
  }),
  answer: z.strictObject({ status: z.int(), code: z.string().optional(), body: z.string(), bytes: z.int() }),
  meanwhile: z.strictObject({ what: z.string() }),
  /** Text that left for the viewer's browser, after every guard: one event for one answer. `finish` as in `done`. */
  left: z.strictObject({ text: z.string(), bytes: z.int(), finish: z.string() }),
  /** The same answer as the page shows it. `html` is made by our own components: still show it as text, or in a sandbox. */
  shown: z.strictObject({
    html: z.string(),
    images: z.array(z.string()),
    links: z.array(z.string()),
    active: z.array(z.string()),
    /** What the page's policy kept the browser from fetching. */ refused: z.array(z.string()),
  }),
  inbox: inboxHitSchema,
  ledger: z.strictObject({
    when: z.enum(['before', 'after']),
    customer: ledgerViewSchema,
    stranger: ledgerViewSchema,
  }),
  defender: z.strictObject({ entries: z.array(defenderEntrySchema) }),
  /** The run itself broke (a live model that does not answer, an oracle that throws). The outcome is then not-tried. */
  trouble: z.strictObject({ where: z.string(), message: z.string() }),
  ended: verdictOfRunSchema,
} as const;

function event<Kind extends keyof typeof kinds>(kind: Kind) {
  return z.strictObject({ kind: z.literal(kind), ...at, data: kinds[kind] });
}

/** What happens in one run, in order: `began` and `ledger` first, `ended` always last. Sent as server-sent events named `trace`. */
export const traceEventSchema = z.discriminatedUnion('kind', [
  event('began'),
  event('typed'),
  event('stage'),
  event('prompt'),
  event('model'),
  event('tool'),
  event('card'),
  event('decided'),
  event('request'),
  event('answer'),
  event('meanwhile'),
  event('left'),
  event('shown'),
  event('inbox'),
  event('ledger'),
  event('defender'),
  event('trouble'),
  event('ended'),
]);
export type TraceEvent = z.infer<typeof traceEventSchema>;
export type TraceKind = TraceEvent['kind'];
export type TraceOf<Kind extends TraceKind> = Extract<TraceEvent, { kind: Kind }>;

/** `POST /api/lab/runs`: an attack of the catalogue, or what somebody types, against one set of defences. Two panes are two requests. */
export const runRequestSchema = z.strictObject({
  what: z.union([
    z.strictObject({ attack: attackIdSchema }),
    /** The free-form box; `plant` stands as a note on the latest invoice. Any visible effect counts as landed. */
    z.strictObject({
      typed: z.array(z.string().min(1).max(TEXT_MAX)).min(1).max(6),
      plant: z.string().max(4_000).optional(),
    }),
  ]),
  by: defendedBySchema,
});
export type RunRequest = z.infer<typeof runRequestSchema>;
