import { z } from 'zod';
import { daySchema, instantSchema } from './dates.ts';

/** Whose budget: one person's, one customer's as a whole, or everyone's together. */
export const budgetScopeSchema = z.enum(['person', 'tenant', 'global']);
export type BudgetScope = z.infer<typeof budgetScopeSchema>;
/** Days and months of UTC. */
export const budgetPeriodSchema = z.enum(['day', 'month']);
export type BudgetPeriod = z.infer<typeof budgetPeriodSchema>;
/** `tokens` only while a model without a known price answers. */
export const budgetUnitSchema = z.enum(['micro_usd', 'tokens']);
export type BudgetUnit = z.infer<typeof budgetUnitSchema>;

/** Per cent of a budget at which people are told. */
export const THRESHOLDS = [50, 80, 100] as const;

/** Where one budget stands. Amounts are whole micro-USD, or tokens. */
export const budgetStandingSchema = z.strictObject({
  scope: budgetScopeSchema,
  period: budgetPeriodSchema,
  unit: budgetUnitSchema,
  /** Spent by turns that ended. */
  used: z.int(),
  /** Held at the most they may cost by turns that run. */
  reserved: z.int(),
  limit: z.int(),
  /** What a new turn can still take: limit − used − reserved, never below 0. */
  left: z.int(),
  resetsAt: instantSchema,
  /** The highest one that was passed: 0, 50, 80 or 100. */
  threshold: z.union([z.literal(0), z.literal(50), z.literal(80), z.literal(100)]),
});
export type BudgetStanding = z.infer<typeof budgetStandingSchema>;

/** What a set of turns used. `estimated`: how many were booked by an upper bound; `unpriced`: by a model without a known price. */
export const usageTotalsSchema = z.strictObject({
  turns: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  costMicroUsd: z.int(),
  estimated: z.int(),
  unpriced: z.int(),
});
export type UsageTotals = z.infer<typeof usageTotalsSchema>;

/** One turn's cost, newest first. No content. */
export const usageTurnSchema = z.strictObject({
  turnId: z.uuid(),
  at: instantSchema,
  model: z.string(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  costMicroUsd: z.int(),
  estimated: z.boolean(),
  /** False where the model had no known price: the cost is then 0 and says nothing. */
  priced: z.boolean(),
});
export type UsageTurn = z.infer<typeof usageTurnSchema>;

/** `GET /api/me/usage`: the viewer's own. Budgets of the whole customer stand here for its owners only; of everyone, for nobody. */
export const ownUsageSchema = z.strictObject({
  /** The first day of the month that is shown. */
  month: daySchema,
  budgets: z.array(budgetStandingSchema),
  /** The most that one message may cost, which has to be left for it to be answered. */
  perTurn: z.int(),
  today: usageTotalsSchema,
  thisMonth: usageTotalsSchema,
  days: z.array(z.strictObject({ day: daySchema, totals: usageTotalsSchema })),
  turns: z.array(usageTurnSchema),
});
export type OwnUsage = z.infer<typeof ownUsageSchema>;

/** `GET /api/me/usage/left`: where the viewer's budgets stand, and nothing else. What the chat asks before somebody types. */
export const usageLeftSchema = ownUsageSchema.pick({ budgets: true, perTurn: true });
export type UsageLeft = z.infer<typeof usageLeftSchema>;

/** How operators cut what was used. */
export const usageCutSchema = z.enum(['person', 'tenant', 'model', 'day']);
export type UsageCut = z.infer<typeof usageCutSchema>;

/** `GET /api/usage?by=&from=&to=&tenant=&model=`; days of UTC, both ends included. */
export const usageQuerySchema = z.strictObject({
  by: usageCutSchema.default('day'),
  from: daySchema.optional(),
  to: daySchema.optional(),
  tenant: z.uuid().optional(),
  model: z.string().max(200).optional(),
});
export type UsageQuery = z.infer<typeof usageQuerySchema>;

export const operatorUsageRowSchema = z.strictObject({
  /** A person's or tenant's id, a model's name, or a day. */
  key: z.string(),
  /** A name to show: a person's label (never their address), a customer's name, a model, a day. */
  label: z.string(),
  /** The customer's name where the row is a person. */
  customer: z.string().nullable(),
  totals: usageTotalsSchema,
});
export type OperatorUsageRow = z.infer<typeof operatorUsageRowSchema>;

/** What administrators and auditors see: everyone's, without content. */
export const operatorUsageSchema = z.strictObject({
  by: usageCutSchema,
  from: daySchema,
  to: daySchema,
  rows: z.array(operatorUsageRowSchema),
  total: usageTotalsSchema,
  /** Everyone's together, by day and month. */
  budgets: z.array(budgetStandingSchema),
  customers: z.array(z.strictObject({ tenantId: z.uuid(), name: z.string() })),
  models: z.array(z.string()),
});
export type OperatorUsage = z.infer<typeof operatorUsageSchema>;

/** Largest JSON body of `PUT /api/budgets`, in bytes. */
export const BUDGET_BODY_MAX_BYTES = 2_000;
/** Most that a budget may be, in micro-USD: a million dollars. */
export const BUDGET_MAX_MICRO_USD = 1_000_000_000_000;

/**
 * `PUT /api/budgets`, administrators only. Without `subjectId` a budget of a person or tenant is what everyone of that kind has who has
 * none of their own. `limitMicroUsd` null takes it back.
 */
export const budgetChangeSchema = z.strictObject({
  scope: budgetScopeSchema,
  period: budgetPeriodSchema,
  subjectId: z.uuid().optional(),
  limitMicroUsd: z.int().min(0).max(BUDGET_MAX_MICRO_USD).nullable(),
});
export type BudgetChange = z.infer<typeof budgetChangeSchema>;

/** One budget that somebody set, or the table's own (`source: "policy"`). */
export const budgetRowSchema = z.strictObject({
  scope: budgetScopeSchema,
  period: budgetPeriodSchema,
  /** Null: everyone of this scope who has none of their own. */
  subjectId: z.uuid().nullable(),
  label: z.string(),
  limitMicroUsd: z.int(),
  source: z.enum(['policy', 'set']),
  setAt: instantSchema.nullable(),
});
export type BudgetRow = z.infer<typeof budgetRowSchema>;

/** `GET /api/budgets`: administrators and auditors. */
export const budgetsSchema = z.strictObject({ budgets: z.array(budgetRowSchema), mayChange: z.boolean() });
export type Budgets = z.infer<typeof budgetsSchema>;

/** What `PUT /api/budgets` answers with: what held before and what holds now, in micro-USD. */
export const budgetChangedSchema = z.strictObject({ before: z.int(), after: z.int() });
export type BudgetChanged = z.infer<typeof budgetChangedSchema>;
