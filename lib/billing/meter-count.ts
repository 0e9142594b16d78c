import 'server-only';
import type { MeterCode } from '#lib/contract/brand.ts';
import { METERS } from './catalogue.ts';

/** What a meter shows for a period, from the counts of its days: their sum, or the highest of them. */
export function meterCount(meter: MeterCode, quantities: readonly number[]): number {
  if (METERS[meter].counts === 'peak')
    return quantities.reduce((most, quantity) => Math.max(most, quantity), 0);
  return quantities.reduce((sum, quantity) => sum + quantity, 0);
}
