import 'server-only';
import type { MeterCode } from '#lib/contract/brand.ts';
import { METERS } from './catalogue.ts';
import { meterCount } from './meter-count.ts';

/**
 * A meter at the end of the period if it goes on as it did so far: a sum in proportion to the days, a level with its average
 * growth per day. Whole units.
 * @param quantities one per day so far, oldest first
 */
export function projectMeter(
  meter: MeterCode,
  quantities: readonly number[],
  days: { elapsed: number; total: number },
): number {
  const used = meterCount(meter, quantities);
  const first = quantities[0];
  const last = quantities.at(-1);
  if (first === undefined || last === undefined) return used;
  if (METERS[meter].counts === 'sum') return Math.round((used * days.total) / days.elapsed);
  const growth = quantities.length > 1 ? (last - first) / (quantities.length - 1) : 0;
  return Math.max(used, Math.round(last + growth * (days.total - days.elapsed)));
}
