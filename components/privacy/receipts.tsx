import { Day } from '#components/bill/day.tsx';
import type { ErasureReceipt } from '#lib/contract/privacy.ts';
import { SaveReceipt } from './receipt-button.tsx';

/** Proofs of what was erased before. */
export function Receipts({ receipts }: { receipts: readonly ErasureReceipt[] }) {
  if (receipts.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-2" aria-label="Receipts">
      {receipts.map((receipt) => (
        <li
          key={receipt.receiptId}
          className="border-line flex flex-wrap items-center justify-between gap-3 rounded-xl border px-4 py-2.5"
        >
          <span role="status">
            A conversation was erased on <Day value={receipt.finishedAt.slice(0, 10)} />
          </span>
          <SaveReceipt receipt={receipt} />
        </li>
      ))}
    </ul>
  );
}
