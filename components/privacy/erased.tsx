'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Erased as ErasedAnswer, ErasureReceipt } from '#lib/contract/privacy.ts';
import { SaveReceipt } from './receipt-button.tsx';
import { receiptUrl } from './wire/requests.ts';

/** The last page of an account: what was done, and the proof of it to take along, or where it will be. */
export function Erased({ erased: { receipt, receiptToken } }: { erased: ErasedAnswer }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Sheet className="grid gap-4 px-5 py-6">
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 text-lg font-semibold">
        <CircleCheck className="text-good size-5" aria-hidden />
        {receipt ? 'Your account is erased' : 'Your account is being erased'}
      </h2>
      {receipt ? (
        <Done receipt={receipt} />
      ) : (
        <p className="max-w-prose" role="status">
          Its keys are destroyed: nothing of it can be read any more, and you are signed out everywhere. The
          rest is being deleted. The receipt appears here when that is done; you need not wait for it.
        </p>
      )}
      <p className="max-w-prose text-sm">
        The receipt is also at an address that only you were given:{' '}
        <a className="underline" href={receiptUrl(receiptToken)}>
          keep this link
        </a>
        .
      </p>
      <div className="flex flex-wrap gap-2">
        {receipt && <SaveReceipt receipt={receipt} look="primary" />}
        <Button asChild>
          <Link href="/sign-in">To the sign-in page</Link>
        </Button>
      </div>
    </Sheet>
  );
}

function Done({ receipt }: { receipt: ErasureReceipt }) {
  const { messages = 0, conversations = 0 } = receipt.removed;
  return (
    <>
      <p className="max-w-prose">
        {receipt.destroyedKeys.length} keys were destroyed, then {conversations} conversations with {messages}{' '}
        messages deleted, and everything else that was yours. You are signed out everywhere. This receipt
        lists it all; please save it.
      </p>
      <pre
        className="bg-sunken max-h-64 overflow-auto rounded-xl px-4 py-3 text-xs"
        tabIndex={0}
        aria-label="Receipt"
      >
        {JSON.stringify(receipt, null, 2)}
      </pre>
    </>
  );
}
