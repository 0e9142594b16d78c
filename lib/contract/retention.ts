import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** Largest JSON body of the routes around retention, in bytes. */
export const RETENTION_BODY_MAX_BYTES = 8_000;
/** Longest reason of a legal hold, in characters. */
export const HOLD_REASON_MAX_CHARACTERS = 1_000;

/** `POST /api/retention/holds`: on one person of a customer by their e-mail address, or on the whole customer. */
export const holdRequestSchema = z.strictObject({
  tenantId: z.uuid(),
  email: z.string().trim().toLowerCase().max(254).optional(),
  reason: z.string().trim().min(1).max(HOLD_REASON_MAX_CHARACTERS),
});
export type HoldRequest = z.infer<typeof holdRequestSchema>;

/**
 * `POST /api/retention/holds/:id`. `confirm` and `release` take a second administrator; `withdraw` takes back what is not confirmed;
 * `ask_release` begins a release and `keep` refuses it.
 */
export const holdMoveSchema = z.strictObject({
  move: z.enum(['confirm', 'withdraw', 'ask_release', 'keep', 'release']),
});
export type HoldMove = z.infer<typeof holdMoveSchema>['move'];

/** `lapsed`: nobody confirmed it in time, so that it protects nothing any more. */
export const holdStateSchema = z.enum(['proposed', 'lapsed', 'active', 'releasing', 'released', 'withdrawn']);
export type HoldState = z.infer<typeof holdStateSchema>;

/** A legal hold. The reason is null for whoever may not read it, and where its key is gone. */
export const holdSchema = z.strictObject({
  holdId: z.uuid(),
  customer: z.string(),
  /** The held person's e-mail address; null: everyone of this customer. */
  person: z.string().nullable(),
  state: holdStateSchema,
  reason: z.string().nullable(),
  setAt: instantSchema,
  /** Until when an unconfirmed one protects. */
  lapsesAt: instantSchema,
  endedAt: instantSchema.nullable(),
  setBy: z.string(),
  confirmedBy: z.string().nullable(),
  releaseAskedBy: z.string().nullable(),
  /** What the reader may do with it now. */
  moves: z.array(holdMoveSchema.shape.move),
});
export type Hold = z.infer<typeof holdSchema>;

export const holdSetSchema = z.strictObject({ holdId: z.uuid() });
export const holdMovedSchema = z.strictObject({ state: holdStateSchema });

/**
 * `POST /api/retention/periods`: without `confirmed` a preview, which changes nothing; with it the change, where still no more would
 * be removed than was shown. `keptDays` null is the usual period.
 */
export const periodRequestSchema = z.strictObject({
  tenantId: z.uuid(),
  category: z.string().max(40),
  keptDays: z.int().nullable(),
  confirmed: z.int().min(0).optional(),
});
export type PeriodRequest = z.infer<typeof periodRequestSchema>;

/** How many would go with the next run because of it, those on hold left out. */
export const periodAnswerSchema = z.strictObject({ removes: z.int(), applied: z.boolean() });
export type PeriodAnswer = z.infer<typeof periodAnswerSchema>;

/** A row of the schedule: what is kept, and what the last run and the verifier said of it. */
export const retentionRowSchema = z.strictObject({
  category: z.string(),
  label: z.string(),
  purpose: z.string(),
  legalBasis: z.string(),
  keptMs: z.int(),
  from: z.string(),
  action: z.string(),
  override: z.strictObject({ leastDays: z.int(), mostDays: z.int() }).nullable(),
  /** What the next run would remove, and what it would leave for a hold. */
  next: z.strictObject({ due: z.int(), held: z.int() }),
  lastRun: z
    .strictObject({ finishedAt: instantSchema, removed: z.int(), keysDestroyed: z.int(), overdue: z.int() })
    .nullable(),
  check: z.strictObject({ checkedAt: instantSchema, overdue: z.int(), held: z.int() }).nullable(),
});
export type RetentionRow = z.infer<typeof retentionRowSchema>;

export const openAlertSchema = z.strictObject({
  alertId: z.uuid(),
  kind: z.string(),
  subject: z.string(),
  openedAt: instantSchema,
  lastSeenAt: instantSchema,
  times: z.int(),
});
export type OpenAlert = z.infer<typeof openAlertSchema>;

export const ownPeriodSchema = z.strictObject({
  tenantId: z.uuid(),
  customer: z.string(),
  category: z.string(),
  keptDays: z.int(),
});
export type OwnPeriod = z.infer<typeof ownPeriodSchema>;

export const customerSchema = z.strictObject({ tenantId: z.uuid(), name: z.string() });
export type Customer = z.infer<typeof customerSchema>;

/** Everything `/admin/retention` shows. */
export const retentionOverviewSchema = z.strictObject({
  rows: z.array(retentionRowSchema),
  nextRunAt: instantSchema,
  nextCheckAt: instantSchema,
  customers: z.array(customerSchema),
  periods: z.array(ownPeriodSchema),
  holds: z.array(holdSchema),
  alerts: z.array(openAlertSchema),
  mayChange: z.boolean(),
});
export type RetentionOverview = z.infer<typeof retentionOverviewSchema>;
