import 'server-only';
import {
  type BudgetRow,
  type Budgets,
  budgetPeriodSchema,
  type BudgetScope,
  budgetScopeSchema,
} from '#lib/contract/usage.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { BUDGETS } from '#lib/stages/admission/policy.ts';

type Row = Omit<BudgetRow, 'subjectId' | 'source' | 'setAt' | 'label'> & {
  subjectId: string;
  name: string | null;
  setAt: Date;
};

const EVERYONE = {
  person: 'Every person',
  tenant: 'Every customer',
  global: 'Everyone together',
} as const satisfies Record<BudgetScope, string>;

/**
 * Every budget in micro-USD: first what holds for everyone, from the policy table or set in its place, then those of single customers and
 * people. Throws `not_found` for everyone but administrators and auditors.
 */
export async function listBudgets(viewer: Viewer, tx: Tx): Promise<Budgets> {
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') throw new AppError('not_found');
  const rows = await tx.$queryRaw<Row[]>`
    SELECT b.scope, b.period, b.subject_id AS "subjectId", b.limit_micro_usd::float8 AS "limitMicroUsd", b.set_at AS "setAt",
      CASE b.scope WHEN 'tenant' THEN t.name ELSE concat_ws(', ', p.label, t.name) END AS name
    FROM cs.budget b LEFT JOIN cs.tenant t ON t.id = b.tenant_id LEFT JOIN cs.usage_people() p ON p.person_id = b.subject_id
    ORDER BY b.scope, name, b.subject_id, b.period`;
  const usual = budgetScopeSchema.options.flatMap((scope) =>
    budgetPeriodSchema.options.map((period): BudgetRow => {
      const set = rows.find(
        (row) => row.subjectId === NIL_ID && row.scope === scope && row.period === period,
      );
      return {
        scope,
        period,
        subjectId: null,
        label: EVERYONE[scope],
        limitMicroUsd: set?.limitMicroUsd ?? BUDGETS.micro_usd[scope][period],
        source: set ? 'set' : 'policy',
        setAt: set?.setAt.toISOString() ?? null,
      };
    }),
  );
  return { budgets: [...usual, ...rows.filter(isOwn).map(ownRow)], mayChange: viewer.role === 'admin' };
}

function isOwn({ subjectId }: Row): boolean {
  return subjectId !== NIL_ID;
}

function ownRow({ name, setAt, ...row }: Row): BudgetRow {
  return { ...row, label: name || 'Erased account', source: 'set', setAt: setAt.toISOString() };
}
