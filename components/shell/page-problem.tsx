'use client';

import { Button } from '#components/ui/button.tsx';
import { ERROR_TABLE } from '#lib/contract/errors.ts';

export type PageProblemProps = { error: Error & { digest?: string }; reset: () => void };

/** What stands in place of a page that failed. The reference is all that a log needs to find the cause. */
export function PageProblem({ error, reset }: PageProblemProps) {
  return (
    <div className="mx-auto grid min-h-[60dvh] max-w-md place-content-center justify-items-center gap-3 px-6 text-center">
      <h1 className="text-2xl font-semibold">That did not work</h1>
      <p className="text-quiet">{ERROR_TABLE.internal.sentence}</p>
      <Button look="primary" className="mt-2" onClick={reset}>
        Try again
      </Button>
      {error.digest && <p className="text-quiet font-mono text-xs">Reference {error.digest}</p>}
    </div>
  );
}
