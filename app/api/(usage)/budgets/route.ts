import {
  BUDGET_BODY_MAX_BYTES,
  budgetChangedSchema,
  budgetChangeSchema,
  budgetsSchema,
} from '#lib/contract/usage.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { listBudgets } from '#lib/operations/usage/list-budgets.ts';
import { setBudget } from '#lib/operations/usage/set-budget.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

export const { POST, PATCH, DELETE } = refuseMethods('budgets', 'GET', 'PUT');

/** What the assistant may cost: administrators and auditors. */
export const GET = auditedRoute('budgets', async () => {
  const { viewer } = await requireViewer();
  return jsonResponse(budgetsSchema, await withViewer(viewer, (tx) => listBudgets(viewer, tx)));
});

/** Administrators only. */
export const PUT = auditedRoute('budgets', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, budgetChangeSchema, BUDGET_BODY_MAX_BYTES);
  return jsonResponse(budgetChangedSchema, await setBudget(viewer, body, requestId));
});
