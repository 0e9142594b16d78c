type Shown = {
  category: string;
  dryRun: boolean;
  removed: number;
  childrenRemoved: number;
  keysDestroyed: number;
  overdue: number;
  held: number;
};

export const RETENTION_HELP = `npm run retention -- [--dry-run] [--only CATEGORY,…] [--json]
  Removes what is past its time, now, and leaves a receipt per category. The worker does the same every hour.
  --dry-run   counts what would go, removes nothing
  --only      some categories of the policy table (lib/operations/retention/policy.ts)
  --json      one object on standard output: {dryRun, receipts}
  Exit code 0: done. 1: something is still past its time, or the run failed. 2: not understood.
`;

/** A line per category: what went, or would go, and what a legal hold kept. */
export function describeReceipts(receipts: readonly Shown[]): string {
  const width = Math.max(...receipts.map(({ category }) => category.length));
  return receipts.map((receipt) => `  ${receipt.category.padEnd(width)}  ${whatOf(receipt)}\n`).join('');
}

function whatOf({ dryRun, removed, childrenRemoved, keysDestroyed, overdue, held }: Shown): string {
  const parts = dryRun ? [`${overdue} would be removed`] : [`${removed} removed`];
  if (childrenRemoved > 0) parts.push(`with ${childrenRemoved} below them`);
  if (keysDestroyed > 0) parts.push(`${keysDestroyed} keys destroyed`);
  if (!dryRun && overdue > 0) parts.push(`${overdue} past their time still there`);
  if (held > 0) parts.push(`${held} on legal hold`);
  return parts.join(', ');
}
