'use client';

import { FileCheck2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { ErasureReceipt } from '#lib/contract/privacy.ts';

/** Saves a signed receipt as a file: it is on the page already, so this works after the account is gone too. */
export function SaveReceipt({
  receipt,
  look = 'outline',
}: {
  receipt: ErasureReceipt;
  look?: 'primary' | 'outline';
}) {
  const save = () => {
    const blob = new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' });
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = `erasure-receipt-${receipt.finishedAt.slice(0, 10)}-${receipt.receiptId.slice(-8)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  };
  return (
    <Button look={look} className="justify-self-start" onClick={save}>
      <FileCheck2 aria-hidden /> Save the receipt
    </Button>
  );
}
