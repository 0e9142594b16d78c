import 'server-only';
import type { BudgetRow, Budgets, OperatorUsage, UsageQuery } from '#lib/contract/usage.ts';

/** The customer that is looked at, as rows to give it limits of its own: without one, what every customer has. */
export function ownLimits(usage: OperatorUsage, { tenant }: UsageQuery, { budgets }: Budgets): BudgetRow[] {
  const customer = usage.customers.find(({ tenantId }) => tenantId === tenant);
  if (!customer) return [];
  return (['day', 'month'] as const).flatMap((period): BudgetRow[] => {
    const ofAll = budgets.filter((row) => row.scope === 'tenant' && row.period === period);
    if (ofAll.some(({ subjectId }) => subjectId === customer.tenantId)) return [];
    const usual = ofAll.find(({ subjectId }) => subjectId === null);
    if (!usual) return [];
    return [{ ...usual, subjectId: customer.tenantId, label: customer.name, source: 'policy', setAt: null }];
  });
}
