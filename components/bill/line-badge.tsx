import type { InvoiceLine } from '#lib/contract/bill.ts';
import { Badge } from '#components/ui/badge.tsx';

/** What is odd about a line, while it is: charged twice, or put right by another line. A correction says so in its own words. */
export function LineBadge({ line, isCorrected }: { line: InvoiceLine; isCorrected: boolean }) {
  if (isCorrected) return <Badge>Corrected</Badge>;
  if (!line.duplicateOfLineId) return null;
  return <Badge tone="warn">Charged twice</Badge>;
}
