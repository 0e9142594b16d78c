import { type Answered, read } from '#components/chat/wire/requests.ts';
import { type BudgetChange, type BudgetChanged, budgetChangedSchema } from '#lib/contract/usage.ts';

export function putBudget(change: BudgetChange): Promise<Answered<BudgetChanged>> {
  return read(budgetChangedSchema, '/api/budgets', { method: 'PUT', body: JSON.stringify(change) });
}
