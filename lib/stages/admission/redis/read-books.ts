import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import { LIMITS } from '../policy.ts';
import type { BudgetUnit } from '#lib/contract/usage.ts';

/** What the database knows of the six budgets a turn counts in, in the order of their places, and which turns hold something of them. */
export type Books = {
  readonly unit: BudgetUnit;
  readonly tenant: string;
  readonly person: string;
  readonly rows: readonly { settled: number; reserved: number; allowed: number }[];
  readonly turns: readonly {
    turn: string;
    tenant: string;
    person: string;
    unit: BudgetUnit;
    amount: number;
    runs: boolean;
    at: number;
  }[];
};

/** @param atMs the moment by Redis' clock, whose day and month are asked for */
export async function readBooks(
  { tenantId, personId }: { tenantId: string; personId: string },
  unit: BudgetUnit,
  atMs: number,
): Promise<Books> {
  // The turns of all customers: no viewer may read them.
  const [row] = await database('jobs').$queryRaw<{ books: Pick<Books, 'rows' | 'turns'> }[]>`
    SELECT cs.budget_books(${unit}, ${tenantId}::uuid, ${personId}::uuid, to_timestamp(${atMs / 1_000}::float8),
      ${LIMITS.windowMs / SECOND_MS}::int) AS books`;
  if (!row) throw new RangeError('The database said nothing');
  return { unit, tenant: tenantId, person: personId, ...row.books };
}
