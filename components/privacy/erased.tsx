'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ErasureReceipt } from '#lib/contract/privacy.ts';
import { SaveReceipt } from './receipt-button.tsx';

/** The last page of an account: what was done, and the proof of it to take along. */
export function Erased({ receipt }: { receipt: ErasureReceipt }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { messages = 0, conversations = 0 } = receipt.removed;
  return (
    <Sheet className="grid gap-4 px-5 py-6">
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 text-lg font-semibold">
        <CircleCheck className="text-good size-5" aria-hidden />
        Your account is erased
      </h2>
      <p className="max-w-prose">
        {receipt.destroyedKeys.length} keys were destroyed, then {conversations} conversations with {messages}{' '}
        messages deleted, and everything else that was yours. You are signed out everywhere. This receipt
        lists it all; it is shown only now, so please save it.
      </p>
      <pre
        className="bg-sunken max-h-64 overflow-auto rounded-xl px-4 py-3 text-xs"
        tabIndex={0}
        aria-label="Receipt"
      >
        {JSON.stringify(receipt, null, 2)}
      </pre>
      <div className="flex flex-wrap gap-2">
        <SaveReceipt receipt={receipt} look="primary" />
        <Button asChild>
          <Link href="/sign-in">To the sign-in page</Link>
        </Button>
      </div>
    </Sheet>
  );
}
