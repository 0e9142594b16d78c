import { z } from 'zod';
import { RETENTION_TABLE } from '#lib/operations/retention/policy.ts';
import { DAY_MS, HOUR_MS } from '#lib/kernel/clock.ts';
import type { ProcessingRecord } from '#scripts/records/render-records.ts';

const YEAR_MS = 365 * DAY_MS;

const ruleSchema = z.object({
  label: z.string(),
  purpose: z.string(),
  legalBasis: z.string(),
  keptMs: z.int(),
  from: z.string(),
  action: z.string(),
});

/** What the jobs of retention keep and remove, for docs/records-of-processing.md: the very table that they work by. */
export const RECORDS: readonly ProcessingRecord[] = Object.values(RETENTION_TABLE).map((rule) => {
  const { label, purpose, legalBasis, keptMs, from, action } = ruleSchema.parse(rule);
  return {
    category: label,
    purpose,
    legalBasis,
    kept: keptMs === 0 ? `until ${from}` : `${periodOf(keptMs)} from ${from}`,
    end: action,
  };
});

function periodOf(ms: number): string {
  if (ms < 2 * DAY_MS) return counted(ms / HOUR_MS, 'hour');
  return ms < 2 * YEAR_MS ? counted(ms / DAY_MS, 'day') : counted(ms / YEAR_MS, 'year');
}

function counted(count: number, unit: string): string {
  const whole = Math.round(count);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
