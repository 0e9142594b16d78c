import { BRAND } from '#lib/contract/brand.ts';
import type { Usage } from '#lib/contract/subscription.ts';
import type { Ledger } from '../ledger.ts';
import { amount, type FactTable, quantity } from './fact.ts';

type Meter = Usage['meters'][number];
function meterFacts(code: 'api_calls' | 'storage_gb', name: string): FactTable {
  const of =
    <T>(pick: (meter: Meter) => T) =>
    async (ledger: Ledger) => {
      const usage = await ledger.usage();
      const meter = usage?.meters.find((one) => one.code === code);
      return meter ? pick(meter) : null;
    };
  const key = (field: string) => `usage.${code}.${field}`;
  return {
    [key('used')]: quantity(
      `${name} used in the running period`,
      of((meter) => meter.used),
    ),
    [key('included')]: quantity(
      `${name} the plan includes`,
      of((meter) => meter.included),
    ),
    [key('overage')]: quantity(
      `${name} above what is included`,
      of((meter) => meter.overage),
    ),
    [key('projected')]: quantity(
      `${name} at the end of the period, at today's pace`,
      of((meter) => meter.projected),
    ),
    [key('projectedOverage')]: quantity(
      `${name} above what is included by then`,
      of((meter) => meter.projectedOverage),
    ),
    [key('previousUsed')]: quantity(
      `${name} in the period before`,
      of((meter) => meter.previousUsed),
    ),
    [key('pricePerUnit')]: amount(
      `Price of ${name} above what is included`,
      of((meter) => meter.pricePerUnit),
    ),
    [key('costSoFar')]: amount(
      `Cost of ${name} so far`,
      of((meter) => meter.costSoFar),
    ),
    [key('projectedCost')]: amount(
      `Cost of ${name} at the end of the period`,
      of((meter) => meter.projectedCost),
    ),
  };
}

export const USAGE_FACTS: FactTable = {
  ...meterFacts('api_calls', BRAND.meters.api_calls),
  ...meterFacts('storage_gb', BRAND.meters.storage_gb),
};
